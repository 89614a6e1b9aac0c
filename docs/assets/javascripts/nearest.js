// The nearest: which pages somebody may have meant whose address leads nowhere, and which word by one that nobody knows.

const ENOUGH = 0.5;
const MOST = 3;
const FOLDER = 0.3;
const WHOLLY = 0.85;
const NEARLY = 0.8;
const LONG = 5;
const LONGER = 8;

/** Return the pages `[address, title]` whose address is nearest to one that is not there, best first, at most three. */
export function nearest(address, pages) {
  const wanted = partsOf(address);
  const name = wanted.at(-1);
  if (!name) {
    return [];
  }
  const folders = new Set(wanted.slice(0, -1));
  return pages
    .map((page) => {
      const parts = partsOf(page[0]);
      const shared = parts.slice(0, -1).some((folder) => folders.has(folder));
      return { page, score: Math.max(...parts.slice(-1).map((each) => alike(name, each)), 0) + (shared ? FOLDER : 0) };
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ page }) => page);
}

/** Return the known word that a misspelt one was meant to be: with the same first letter, and one slip, or two in a long
 * word. Short words, and those that are like none, stay.
 */
export function respelled(word, known) {
  const slips = word.length < LONG ? 0 : word.length < LONGER ? 1 : 2;
  const near = known.filter((each) => each[0] === word[0]).map((each) => ({ each, slips: steps(word, each) }));
  return near.filter((one) => one.slips <= slips).sort((one, other) => one.slips - other.slips)[0]?.each ?? word;
}

/** Return the words of an address that is not there, to search for. */
export function wordsIn(address) {
  return (partsOf(address).at(-1) ?? "").replaceAll(/[-_.+]+/g, " ").trim();
}

function partsOf(address) {
  let path = address.split(/[?#]/)[0];
  try {
    path = decodeURIComponent(path);
  } catch {
    // What cannot be read is compared as it stands.
  }
  return path.toLowerCase().split("/").map((part) => part.replace(/(^index)?\.(html?|md|php|pdf)$/, "")).filter(Boolean);
}

// How much two names have in common, from 0 to 1: their letters, or one word of each.
function alike(one, other) {
  const whole = 1 - steps(one, other) / Math.max(one.length, other.length);
  const words = other.split("-");
  const named = one.split(/[-_ ]/).filter((word) => word.length > 3 && words.some((each) => steps(word, each) < 2)).length;
  const typed = one.split(/[-_ ]/);
  const part = typed.every((word) => words.includes(word)) ? WHOLLY : 0;
  return Math.max(whole, part, (NEARLY * named) / Math.max(words.length, typed.length));
}

// How many letters must be changed, added, left out or swapped with their neighbour.
function steps(one, other) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    before = last;
    last = row;
  }
  return last[other.length];
}
