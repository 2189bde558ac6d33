const width = document.documentElement.clientWidth;
const clipped = (element) => {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
  }
  return false;
};
return [...document.body.querySelectorAll("*")]
  .filter((element) => {
    const box = element.getBoundingClientRect();
    const visible = box.width > 1 && box.height > 1;
    return visible && (box.right > width + 1 || box.left < -1) && !clipped(element);
  })
  .map((element) => element.outerHTML.slice(0, 200));
