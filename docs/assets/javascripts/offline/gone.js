// The worker of a site that keeps nothing any more: it clears what an earlier one kept of this site, and takes itself away.

import { begins } from "./kept.js";

// A browser may pass over the first wish to lead, when the old worker has just gone to rest: it is said again.
const AGAIN_MS = 500;
let again;

self.addEventListener("install", lead);
self.addEventListener("activate", (event) => {
  clearTimeout(again);
  event.waitUntil(goAway());
});

function lead() {
  self.skipWaiting();
  again = setTimeout(lead, AGAIN_MS);
}

async function goAway() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(begins(self.registration.scope))).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
