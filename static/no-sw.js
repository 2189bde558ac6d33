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
  for (const page of pages) {
    page.navigate(page.url);
  }
}
