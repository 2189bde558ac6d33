// What ours is measured against: a page as one would write it by hand in an afternoon. A slider for each indicator;
// every input computes its path anew, writes its figures, and redraws one small chart and one of all lines.
const plan = await (await fetch("../plans/kagoshima-commerce-2.json")).json();
const years = Array.from({ length: 15 }, (_, at) => 2017 + at);
const path = (base, rate) => years.map((_, at) => base * (1 + rate / 100) ** at);

const rows = plan.indicators.map(({ name, base, target }) => ({
  name: name.en, base: base?.value ?? 1, target: target.value, rate: 0,
}));
const index = ({ rate }) => path(100, rate);

const text = (parent, tag, words) => {
  const element = parent.appendChild(document.createElement(tag));
  element.textContent = words;
  return element;
};
const tally = document.getElementById("tally");
const met = ({ base, rate, target }) => path(base, rate).at(-1) >= target;
const judge = () => tally.textContent = `${rows.filter(met).length} of ${rows.length} met`;

const axis = { scales: { x: { time: false } }, legend: { show: false } };
const series = (count) => [{}, ...Array.from({ length: count }, (_, at) => ({ stroke: `hsl(${at * 16} 60% 40%)` }))];
const lines = () => [years, ...rows.map(index)];
const small = new uPlot(
  { ...axis, width: 320, height: 120, series: series(1) },
  [years, path(rows[0].base, 0)],
  document.getElementById("small"),
);
const large = new uPlot(
  { ...axis, width: 640, height: 360, series: series(rows.length) },
  lines(),
  document.getElementById("large"),
);

for (const row of rows) {
  const line = document.getElementById("rows").appendChild(document.createElement("p"));
  text(line, "label", row.name);
  const slider = line.appendChild(document.createElement("input"));
  Object.assign(slider, { type: "range", min: -5, max: 10, step: 0.01, value: 0, ariaLabel: row.name });
  slider.dataset.role = "growth-slider";
  const rate = text(line, "output", "0.00");
  const projected = text(line, "output", row.base.toLocaleString());
  slider.addEventListener("input", () => {
    row.rate = slider.valueAsNumber;
    const values = path(row.base, row.rate);
    rate.textContent = row.rate.toFixed(2);
    projected.textContent = values.at(-1).toLocaleString();
    judge();
    small.setData([years, values]);
    large.setData(lines());
  });
}
judge();
requestAnimationFrame(() => document.body.dataset.ready = "true");
