// The catalogue: what the build gives the studio to choose from (studio.json), read once.

/** Return the catalogue at an address of this site; throw when it cannot be read. */
export async function fetchCatalogue(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return catalogue(await answer.json());
}

/** Return the catalogue that the data describes: exercises also by id, in the order in which one moves least up and down. */
export function catalogue(data) {
  const exercises = [...data.exercises].sort(byPosition);
  return Object.freeze({
    ...data,
    exercises,
    byId: new Map(exercises.map((exercise) => [exercise.id, exercise])),
    transfer: exercises.find((exercise) => exercise.kind === "transfer") ?? null,
    rank: new Map(exercises.map((exercise, index) => [exercise.id, index])),
  });
}

// A walk warms up; then standing, then a chair, then down to the floor once. Stretches come last in each position.
const POSITIONS = [
  "walking",
  "standing",
  "sitting",
  "kneeling",
  "lying on your front",
  "lying on your side",
  "lying on your back",
];

function byPosition(one, other) {
  return (
    place(one) - place(other) ||
    Number(one.kind === "stretch") - Number(other.kind === "stretch") ||
    one.level - other.level ||
    one.title.localeCompare(other.title, "en-GB")
  );
}

function place(exercise) {
  return exercise.kind === "transfer" ? POSITIONS.indexOf("sitting") + 0.5 : POSITIONS.indexOf(exercise.position);
}
