// The worker that answers for the site when the network does not. Who is online gets what the host has now, unless it is
// silent for a while; what is kept is always one version, whole. A new one is kept beside it and takes over when it is
// there.

import { begins, listOf, partOf, signOf, sought } from "./kept.js";

const PATIENCE_MS = 3000;
const TURN_MS = 2000;
const AT_ONCE = 6;

const { version, away, stays } = self.keptSite; // the build writes it above this script
const scope = self.registration.scope;
const named = begins(scope);
const opened = `${named}opened`;
const noted = `${named}noted`;
const lists = new Map();
const fromKept = new Set();

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const { wish, asked } = event.data;
  if (wish === "lead") {
    self.skipWaiting();
    return;
  }
  event.waitUntil((wish === "keep" ? keep(asked) : state()).then((told) => port.postMessage(told)));
});
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) {
    event.respondWith(answer(event));
  }
});

// ---------- Answering ----------

async function answer(event) {
  const { request } = event;
  const page = request.mode === "navigate";
  // The files of a kept page are those of its own version.
  const own = fromKept.has(event.clientId) && !page && (await spare(request));
  if (own) {
    return own;
  }
  const coming = page ? fetchPage(request) : fetch(request);
  coming.catch(() => {});
  let said = await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).catch(() => null);
  if (said && said.status < (page ? 500 : 400)) {
    keepOpened(event, said);
    return said;
  }
  const found = await spare(request);
  if (found) {
    page && fromKept.add(event.resultingClientId);
    return found;
  }
  said ??= await coming.catch(() => null);
  return said ?? ((page && (await spareOf(new URL(away, scope), { page }, 503))) || Response.error());
}

// The host is always asked whether a page is still the same, whatever it once said of how long it would be.
function fetchPage({ url, headers, credentials }) {
  return fetch(url, { headers, credentials, redirect: "manual", cache: "no-cache" });
}

// A document that was opened stays, as the newest that came.
function keepOpened(event, said) {
  const { origin, pathname } = new URL(event.request.url);
  if (said.status === 200 && stays.some((end) => pathname.endsWith(end))) {
    const copy = said.clone();
    event.waitUntil(caches.open(opened).then((cache) => cache.put(origin + pathname, copy)).catch(() => {}));
  }
}

async function spare(request) {
  const whole = await spareOf(request.url, { page: request.mode === "navigate" });
  const header = request.headers.get("range");
  if (!header || whole?.status !== 200) {
    return whole;
  }
  const blob = await whole.blob();
  const part = partOf(header, blob.size);
  const headers = new Headers(whole.headers);
  if (!part) {
    return new Response(blob, { headers });
  }
  headers.set("content-range", ["bytes", `${part.first}-${part.last}/${blob.size}`].join(" "));
  return new Response(blob.slice(part.first, part.last + 1), { status: 206, headers });
}

// What is kept whole goes first; of what is only half there, a page is better than none.
async function spareOf(url, { page }, status) {
  const { version: whole } = await notes();
  for (const each of new Set([whole, version])) {
    const at = each && (await listed(each).then((list) => list && sought(list, url, scope, { page })));
    if (at?.moved !== undefined) {
      return Response.redirect(new URL(at.moved, scope));
    }
    const found = at && (await caches.match(new URL(at.kept, scope), { cacheName: named + each, ignoreVary: true }));
    if (found) {
      return status ? new Response(found.body, { status, headers: found.headers }) : found;
    }
  }
  return caches.match(url, { cacheName: opened, ignoreSearch: true, ignoreVary: true });
}

async function listed(each) {
  if (!lists.has(each)) {
    const found = await caches.match(new URL(listOf(each), scope), { cacheName: named + each });
    if (!found) {
      return undefined;
    }
    lists.set(each, await found.json());
  }
  return lists.get(each);
}

// ---------- Keeping ----------

// Each turn is short, so that no browser ends it half-way; the page asks for the next. What came stays until then.
function keep(asked) {
  return navigator.locks.request(`${named}keep`, async () => {
    const before = await notes();
    if (before.version === version || (before.refused === version && !asked)) {
      return state();
    }
    try {
      return (await turn(before.version)) ?? state();
    } catch (error) {
      if (error.name !== "QuotaExceededError") {
        return { ...(await state()), failed: "failed" };
      }
      await caches.delete(named + version);
      lists.delete(version);
      await note({ ...before, refused: version }).catch(() => {});
      return { ...(await state()), failed: "room" };
    }
  });
}

async function turn(whole) {
  const cache = await caches.open(named + version);
  const list = (await listed(version)) ?? (await takeList(cache));
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(list.files).filter((address) => !there.has(new URL(address, scope).href));
  await room(list, missing);
  const older = whole && (await listed(whole));
  const end = Date.now() + TURN_MS; // from here on, so that each turn brings some files, however slow the device
  const oneAfterAnother = async () => {
    while (missing.length && Date.now() < end) {
      const address = missing.shift();
      const same = older?.files[address] === list.files[address];
      const found = (same && (await caches.match(new URL(address, scope), { cacheName: named + whole, ignoreVary: true }))) || (await fetched(address, list.files[address]));
      await cache.put(new URL(address, scope), found);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
  } catch (error) {
    missing.length = 0; // the others fetch no more
    throw error;
  }
  if (!missing.length) {
    await note({ version });
    await leave([noted, opened, named + version]);
  }
}

async function takeList(cache) {
  const found = await fetch(new URL(listOf(version), scope), { cache: "no-cache" });
  if (!found.ok) {
    throw new Error(found.status);
  }
  await cache.put(new URL(listOf(version), scope), new Response(await found.text()));
  return listed(version);
}

async function room({ bytes, files }, missing) {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota && quota - usage < (bytes * missing.length) / Object.keys(files).length) {
    throw new DOMException("", "QuotaExceededError");
  }
}

// A host, or something on the way, may still have the file of an older version: such a one is not kept.
async function fetched(address, sign) {
  for (const cache of ["no-cache", "reload"]) {
    const found = await fetch(new URL(address, scope), { cache, priority: "low" });
    const bytes = await found.arrayBuffer();
    if (found.ok && (await signOf(bytes)) === sign) {
      const headers = new Headers(found.headers);
      ["content-encoding", "content-length", "vary"].forEach((name) => headers.delete(name));
      return new Response(bytes, { headers }); // one that a host sent on from elsewhere would be refused as a page
    }
  }
  throw new Error(address);
}

async function state() {
  const { version: whole, refused } = await notes();
  const list = await listed(version);
  const all = list ? Object.keys(list.files).length : 1;
  const there = list && whole !== version ? (await (await caches.open(named + version)).keys()).length - 1 : 0;
  return { kept: whole === version, some: Boolean(whole), part: there / all, failed: refused === version ? "room" : undefined };
}

async function notes() {
  const found = await caches.match(scope, { cacheName: noted });
  const { version: whole, refused } = found ? await found.json() : {};
  return { version: whole && (await caches.has(named + whole)) ? whole : undefined, refused };
}

async function note(what) {
  await (await caches.open(noted)).put(scope, new Response(JSON.stringify(what)));
}

async function leave(stay) {
  const all = await caches.keys();
  await Promise.all(all.filter((name) => name.startsWith(named) && !stay.includes(name)).map((name) => caches.delete(name)));
}
