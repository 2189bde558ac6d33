const element = document.querySelector(arguments[0]);
if (!element) return "there is none";
const box = element.getBoundingClientRect();
if (box.width < 1 || box.height < 1) return "it takes up no room";
const { clientWidth: width, clientHeight: height } = document.documentElement;
if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1) {
  return `it lies at ${[box.left, box.top, box.right, box.bottom].map(Math.round)} of ${width} × ${height}`;
}
const inset = Math.min(3, box.width / 4, box.height / 4);
for (const x of [box.left + inset, (box.left + box.right) / 2, box.right - inset]) {
  for (const y of [box.top + inset, (box.top + box.bottom) / 2, box.bottom - inset]) {
    const top = document.elementFromPoint(x, y);
    if (!top || !(element.contains(top) || top.contains(element))) {
      return `at ${Math.round(x)}, ${Math.round(y)} lies ${top?.outerHTML.slice(0, 150)}`;
    }
  }
}
return null;
