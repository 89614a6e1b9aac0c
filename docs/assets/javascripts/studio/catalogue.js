// The catalogue: what the build gives the studio to choose from (studio.json), read once.

import { code } from "./link/code.js";

const FORMAT = 4;

/** Return the catalogue at an address of this site; throw when it cannot be read. */
export async function fetchCatalogue(address) {
  if (address.protocol === "file:") {
    return catalogue(await fromDisk(address));
  }
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return catalogue(await answer.json());
}

// A page on a disk may fetch nothing, but load a script: the build wrote the data as one too.
function fromDisk(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${address}.js`;
    script.addEventListener("load", () => resolve(globalThis.siteData));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

/** Return the catalogue that the data describes: exercises also by id and by rank in the order of the data, which is the
 * one in which one gets up and down the least, their ids by every name and code that they have or had, and the exercise
 * that shows the way down. Throw when its format is another.
 */
export function catalogue(data) {
  if (data.format !== FORMAT) {
    throw new Error(`format:${data.format}`);
  }
  const byId = new Map(data.exercises.map((exercise) => [exercise.id, exercise]));
  const names = data.exercises.flatMap(({ id, formerly }) => formerly.map((name) => [name, id]));
  names.push(...[...byId.keys()].map((id) => [id, id]));
  return Object.freeze({
    ...data,
    byId,
    idOf: new Map(names),
    idOfCode: new Map(names.map(([name, id]) => [code(name), id])),
    wayDown: byId.get(data.way_down) ?? null,
    rank: new Map(data.exercises.map((exercise, index) => [exercise.id, index])),
  });
}
