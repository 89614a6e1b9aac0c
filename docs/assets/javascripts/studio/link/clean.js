// What became of a link on its way: mail programs escape, wrap, quote and encode it. Our links need letters, digits and
// a few signs only, so that nearly all of it can be undone.

/** As many letters of a fragment are read. */
export const LONGEST = 4000;

const ROUNDS = 5;
const LEADING = /^(?:[^#]*:\/\/[^#]*)?#/;
const NAME = /(?:^|&)(?:v|cards|as|k|paper|layout|sides|order|days)$/;
const LONGEST_NAME = 12;
const FOREIGN = /[^\w=&.,%-]/g;
const TRAILING = /[^\w=&-]+$/;

/** Return the values of a fragment by name, whether a part of it could not be read, and whether it was too long. */
export function clean(fragment) {
  const tooLong = fragment.replace(/^#/, "").length > LONGEST;
  const whole = unescaped(fragment.replace(/^#/, "").slice(0, LONGEST));
  const text = joined(whole).replace(LEADING, "").replace(FOREIGN, stranger).replace(TRAILING, "");
  const values = new Map();
  for (const piece of text.replaceAll("=3D", "=").split("&")) {
    const at = piece.indexOf("=");
    const [key, value] = at < 0 ? [piece, ""] : [piece.slice(0, at), piece.slice(at + 1).replace(/^=+/, "")];
    if (!values.has(key)) {
      values.set(key, value);
    }
  }
  const broken = [...values].filter(([, value]) => value.includes("%"));
  for (const [key, value] of broken) {
    values.set(key, value.replace(/[^,.]*%[^,.]*/g, ""));
  }
  return { values, broken: broken.length > 0, tooLong };
}

// Escapes of escapes are undone round by round.
function unescaped(text) {
  let found = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = found;
    found = found
      .replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
      .replace(/(?:%[89a-f][0-9a-f])+/gi, (escaped) => decoded(escaped) ?? escaped)
      .replace(/&(?:amp|#38|#x26);/gi, "&");
    if (found === before) {
      break;
    }
  }
  return found;
}

function decoded(escaped) {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

// A mail that is "quoted printable" ends a line with an equals sign. The one after a name is the link's own.
function joined(text) {
  return text.replace(/=[ \t]*\r?\n/g, (_, at) => (NAME.test(text.slice(0, at).slice(-LONGEST_NAME)) ? "=" : ""));
}

// Blanks, breaks, quotes and what cannot be seen came on the way; any other sign is kept as one that fits nowhere.
function stranger(sign) {
  return /[\s<>()[\]"'`*;:!#|\u00ad\u2018-\u201f\u200b-\u200f\u2028-\u202f\u2060-\u206f\u00ab\u00bb\ufe00-\ufe0f\ufeff]/.test(sign) ? "" : "?";
}
