// Takes the place of a service worker that another server has left at this address, and removes it with all it kept.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`r13-simulator ${registration.scope} `)) {
      await caches.delete(name);
    }
  }
  const pages = await clients.matchAll({ type: "window" });
  await registration.unregister();
  // To an address with a fragment a page would only scroll.
  await Promise.allSettled(pages.map((page) => page.navigate(page.url.split("#")[0])));
}
