// What can be said of kept files without a browser: their names, which one an address asks for, and a part of one.

/** Return what the names of all caches of a site begin with: other sites may live beside it under one host. */
export function begins(scope) {
  return `offline:${new URL(scope).pathname}:`;
}

/** Return the address of the list of all files of a version. */
export function listOf(version) {
  return `offline/${version}.json`;
}

/** Return what an address asks for: `{kept}`, a file by its own address in the list, `{moved}`, where the reader has to
 * go instead, or nothing. A page is asked for with any query; another file only with its own.
 */
export function sought({ files, moved }, url, scope, { page }) {
  const { pathname, search } = new URL(url);
  const address = pathname.slice(new URL(scope).pathname.length).replace(/(^|\/)index\.html$/, "$1");
  const named = page ? address : address + search;
  if (Object.hasOwn(files, named)) {
    return { kept: named };
  }
  if (page && Object.hasOwn(moved, address)) {
    return { moved: moved[address] };
  }
  const folder = `${address}/`;
  return page && (Object.hasOwn(files, folder) || Object.hasOwn(moved, folder)) ? { moved: folder + search } : undefined;
}

/** Return the first and the last byte that a header asks for of so many, or nothing where it asks for no single part. */
export function partOf(header, size) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (!from && !to) {
    return undefined;
  }
  const first = from ? Number(from) : Math.max(0, size - Number(to));
  const last = from && to ? Math.min(Number(to), size - 1) : size - 1;
  return first <= last ? { first, last } : undefined;
}

/** Return the short sign of some bytes, by which a file is known: the same that the build wrote into the list. */
export async function signOf(bytes) {
  const whole = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...whole.subarray(0, 9)));
}
