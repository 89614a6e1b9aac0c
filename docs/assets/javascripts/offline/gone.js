// The worker of a site that keeps nothing any more: it clears what an earlier one kept of this site, and takes itself away.

import { begins } from "./kept.js";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(goAway()));

async function goAway() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(begins(self.registration.scope))).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
