"use strict";
// Keeps the page on the phone as one whole: another version of any file is another shelf, taken when all of it is there.

const SHELF = "kesco-check-{version}";
const ALL_SHELVES = /^kesco-check-(?!list$)/;
const FILES = ["./", "check.css", "proof.js", "judge.js", "shelf.js", "centre.js", "scan.js", "page.js", "regular.ttf", "semibold.ttf"];
const OURS = new Set(FILES.map((one) => new URL(one, self.location).href));

self.addEventListener("install", (event) => {
  const fresh = FILES.map((one) => new Request(one, { cache: "reload" }));
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(fresh)).then(() => self.skipWaiting()));
});

async function dropOldShelves() {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => ALL_SHELVES.test(one) && one !== SHELF).map((one) => caches.delete(one)));
  await self.clients.claim();
}

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShelves());
});

async function keptOrFresh(place, request) {
  const kept = await (await caches.open(SHELF)).match(place);
  return kept || fetch(request);
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const place = url.origin + url.pathname;
  if (event.request.method === "GET" && OURS.has(place)) event.respondWith(keptOrFresh(place, event.request));
});
