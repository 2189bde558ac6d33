// Keeps one release of the page in the browser: it opens without a network, and asks the network only for a newer
// release. The build puts `VERSION` and `FILES`, the names of all files with their digests, before this.
//
// A release is installed whole or not at all, beside the one in use, and waits until no page of that one is open or
// the user asks for it. Names follow contents, so that a page gets its own files whichever release answers.
const PREFIX = `r13-simulator ${registration.scope} `;
const OWN = PREFIX + VERSION;
// Plan files keep their names and may change: the network is asked first, what it gave last is kept for without it.
const PLANS = PREFIX + "plans";
// Stands in the release's own cache for a list of the pages that were open when it took over.
const BEFORE = address("before");
// Which answer is meant follows from its address alone.
const SAME = { ignoreVary: true };

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  if (event.data === "activate") {
    skipWaiting();
  }
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [plain] = url.split(/[?#]/);
  if (method !== "GET" || !plain.startsWith(registration.scope)) {
    return;
  }
  const name = plain.slice(registration.scope.length);
  if (name === "" || name === "index.html") {
    event.respondWith(page(event.request));
    event.waitUntil(forget());
  } else if (name.startsWith("assets/")) {
    event.respondWith(asset(plain, event.request));
  } else if (name.startsWith("plans/")) {
    event.respondWith(plan(plain, event.request));
  }
});

function address(name) {
  return new URL(name, registration.scope).href;
}

async function page(request) {
  const cache = await caches.open(OWN);
  // A browser short of room may have thrown the cache away. The page names all its parts, so that the network's is
  // whole as well.
  return (await cache.match(address("./"), SAME)) || fetch(request);
}

async function asset(url, request) {
  return (await caches.match(url, SAME)) || fetch(request);
}

async function plan(url, request) {
  const cache = await caches.open(PLANS);
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      // Where there is no room, only a visit without a network misses it.
      await cache.put(url, answer.clone()).catch(() => {});
    } else if (answer.status === 404 || answer.status === 410) {
      await cache.delete(url, SAME);
    }
    return answer;
  } catch (failure) {
    const kept = await cache.match(url, SAME);
    if (kept) {
      return kept;
    }
    throw failure;
  }
}

// Nothing is written before every file has arrived as it was built.
async function install() {
  const answers = await Promise.all(Object.entries(FILES).map(arrived));
  const cache = await caches.open(OWN);
  await Promise.all(answers.map(([url, answer]) => cache.put(url, answer)));
}

async function arrived([name, integrity]) {
  const url = address(name);
  const ask = (cache) => fetch(url, { integrity, cache, redirect: "error" });
  if (name === "./") {
    return [url, await ask("no-cache")];
  }
  const kept = await caches.match(url, SAME);
  // What the browser holds may be wrong, where a host answered for the file before it was there.
  return [url, kept || (await ask("default").catch(() => ask("reload")))];
}

async function takeOver() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const cache = await caches.open(OWN);
  await cache.put(BEFORE, new Response(JSON.stringify(pages.map(({ id }) => id))));
  await forget();
  await clients.claim();
}

// Removes earlier releases once no page is left that was open when this one took over, and may need their files.
async function forget() {
  const cache = await caches.open(OWN);
  const record = await cache.match(BEFORE);
  if (!record) {
    return;
  }
  const before = await record.json();
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.some(({ id }) => before.includes(id))) {
    return;
  }
  for (const name of await caches.keys()) {
    // They come in the order of their making: what follows belongs to a release that is being installed.
    if (name === OWN) {
      break;
    }
    if (name.startsWith(PREFIX) && name !== PLANS) {
      await caches.delete(name);
    }
  }
}
