// Runs before the page's own scripts and notes what cannot be seen from outside the page.
(() => {
  const bench = { ready: null, memory: null, long: [], latencies: [], inputs: 0, shown: null };
  window.bench = bench;

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parts) => {
      const made = await original.apply(WebAssembly, parts);
      // The second part of the program has no memory of its own.
      bench.memory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }

  new MutationObserver((_, observer) => {
    if (document.body?.dataset.ready === "true") {
      bench.ready = performance.now();
      observer.disconnect();
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });

  new PerformanceObserver((list) => {
    bench.long.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
  }).observe({ type: "longtask", buffered: true });

  // A message that is posted in a frame's callback arrives once that frame is laid out and painted.
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  const task = () => new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
  bench.frame = () => new Promise((resolve) => requestAnimationFrame(() => task().then(resolve)));

  // An event's time stamp is when the browser heard of the key, before any queue of the page.
  addEventListener("keydown", (event) => {
    bench.shown = bench.frame().then(() => bench.latencies.push(performance.now() - event.timeStamp));
  }, true);
  addEventListener("input", () => bench.inputs += 1, true);

  // Presses what is there, or will be.
  bench.press = async (css) => {
    const until = performance.now() + 60000;
    while (!document.querySelector(css)) {
      if (performance.now() > until) throw new Error(`there is no ${css}`);
      await bench.frame();
    }
    document.querySelector(css).click();
    await bench.frame();
  };

  const sliders = () => [...document.querySelectorAll("[data-role=growth-slider]:enabled")];

  // Focuses the first slider, in the middle of its range, and says where it stands.
  bench.focus = () => {
    const slider = sliders()[0];
    slider.focus();
    const { min, max, step } = slider;
    return { steps: Math.round((max - min) / step), at: Math.round((slider.value - min) / step) };
  };

  // Drags the first slider to and fro, one step and one frame at a time.
  let up = true;
  bench.drag = async (count) => {
    const slider = sliders()[0];
    // In a task of its own: what runs within the command that starts it counts as the command's.
    await task();
    for (let step = 0; step < count; step += 1) {
      const before = slider.value;
      up ? slider.stepUp() : slider.stepDown();
      if (slider.value === before) {
        up = !up;
        up ? slider.stepUp() : slider.stepDown();
      }
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await bench.frame();
    }
  };

  // Edits every slider in turn, by another distance each time; each edit is an entry of the history.
  bench.edit = async (from, count) => {
    const all = sliders();
    for (let edit = from; edit < from + count; edit += 1) {
      const slider = all[edit % all.length];
      const steps = Math.round((slider.max - slider.min) / slider.step);
      const before = slider.value;
      for (let to = edit * 7; slider.value === before; to += 1) {
        slider.value = Number(slider.min) + (to % (steps + 1)) * slider.step;
      }
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      await (edit % 10 === 0 ? bench.frame() : task());
    }
  };

  // Opens the screen on which scenarios are gathered, with a text of so many links in its field.
  bench.gathering = async (links) => {
    const text = await (await fetch("bench/links.txt")).text();
    // The menu is filled by the second file of the program.
    let way;
    while (!(way = document.querySelector("[data-action=gather]"))) await bench.frame();
    way.click();
    let field;
    while (!(field = document.querySelector("[data-role=gather-text]"))) await bench.frame();
    field.value = text.split("\n").slice(0, links).join("\n");
    // Laying out the text itself is the browser's.
    for (let frame = 0; frame < 10; frame += 1) await bench.frame();
  };

  // Pastes that text, as far as the page can tell, and waits for its results.
  bench.gather = async () => {
    const status = () => document.querySelector("[data-role=gather-status]").dataset;
    await task();
    bench.long = [];
    const start = performance.now();
    const pasted = new InputEvent("input", { bubbles: true });
    document.querySelector("[data-role=gather-text]").dispatchEvent(pasted);
    // Asking again and again would be work of its own.
    while (status().scenarios === "0") {
      await new Promise((resolve) => new MutationObserver(resolve).observe(document.body, { subtree: true, attributes: true, childList: true }));
    }
    const read = performance.now() - start;
    await bench.frame();
    await bench.frame();
    const long = Math.max(0, ...bench.long.map(({ duration }) => duration));
    return { scenarios: Number(status().scenarios), read, long };
  };

  // Chooses the table of results that lies beside the page, and waits until it is seen what would be taken.
  bench.import = async () => {
    let field;
    while (!(field = document.querySelector("[data-role=import-file]"))) await bench.frame();
    const files = new DataTransfer();
    files.items.add(new File([await (await fetch("bench/results.csv")).text()], "results.csv"));
    field.files = files.files;
    await task();
    bench.long = [];
    const start = performance.now();
    field.dispatchEvent(new Event("change", { bubbles: true }));
    while (!document.querySelector("[data-action=import-apply]")) {
      await new Promise((resolve) => new MutationObserver(resolve).observe(document.body, { subtree: true, childList: true }));
    }
    const read = performance.now() - start;
    await bench.frame();
    await bench.frame();
    const long = Math.max(0, ...bench.long.map(({ duration }) => duration));
    const count = Number(document.querySelector("[data-action=import-apply]").textContent.match(/[0-9]+/)[0]);
    return { count, read, long };
  };

  // The best time of one call in microseconds, of batches as the native program times them.
  bench.best = (call) => {
    const [batch, batches] = [440, 100];
    let best = Infinity;
    for (let run = 0; run < batches; run += 1) {
      const start = performance.now();
      call(batch);
      best = Math.min(best, ((performance.now() - start) * 1000) / batch);
    }
    return best;
  };
})();
