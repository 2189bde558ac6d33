const done = arguments[0];
// The size of targets is a rule of WCAG 2.2 AA that axe leaves off unless it is asked for.
const rules = { "target-size": { enabled: true } };
const run = async (options) => (await axe.run(document, { resultTypes: ["violations"], preload: false, ...options })).violations;
// What lies half under a bar that stays in place is large enough once it is scrolled out from there.
const small = async ({ target }) => {
  document.querySelector(target[0]).scrollIntoView({ block: "center", behavior: "instant" });
  const again = await run({ runOnly: ["target-size"] });
  return again.some(({ nodes }) => nodes.some((node) => String(node.target) === String(target)));
};
// Rows that are not painted, because they are out of sight, have no true places that axe could measure.
const painted = new CSSStyleSheet();
painted.replaceSync("* { content-visibility: visible !important }");
const check = async () => {
  // Between two colours there is none that counts.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  document.adoptedStyleSheets.push(painted);
  const found = [];
  for (const violation of await run({ rules })) {
    if (violation.id === "target-size") {
      const nodes = [];
      for (const node of violation.nodes) if (await small(node)) nodes.push(node);
      violation.nodes = nodes;
    }
    if (violation.nodes.length) found.push(violation);
  }
  return found;
};
check()
  .catch((error) => [{ id: "axe", help: String(error), nodes: [] }])
  .then((found) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== painted);
    done(found);
  });
