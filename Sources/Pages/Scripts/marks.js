// Shows the values of a drawing's marks on hover, touch and keyboard focus.
//
// A drawing is one tab stop: arrow keys, Home and End move between its marks, and Escape leaves. Screen
// readers announce the label of the focused mark; the box next to it is hidden from them.
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9 };

for (const svg of document.querySelectorAll("svg.chart:has(> .marks)")) {
  const group = svg.querySelector(":scope > .marks");
  const marks = [...group.querySelectorAll("[data-v]")];
  const reading = element("div", { className: "reading", hidden: true, "aria-hidden": "true" });
  const label = ({ dataset, parentNode }) =>
    [parentNode.dataset.s, dataset.v].filter(Boolean).join(", ");
  // The drawing's position on the screen, and its scale in pixels per unit.
  const measure = () => {
    const box = svg.getBoundingClientRect();
    return [box, box.width / svg.viewBox.baseVal.width];
  };

  const all = group.dataset.of;
  const name = all
    ? words.someValues.replace("{1}", marks.length).replace("{2}", all)
    : words.values;
  dress(group, { ...speech, role: "group", "aria-label": name });
  marks.forEach((mark, index) =>
    dress(mark, {
      role: "img", lang: document.documentElement.lang, "aria-label": label(mark),
      tabIndex: index ? -1 : 0,
    }));
  svg.after(reading);

  const hide = () => {
    reading.hidden = true;
    group.querySelector(".near")?.classList.remove("near");
  };
  const show = (mark) => {
    hide();
    mark.classList.add("near");
    reading.textContent = label(mark);
    reading.hidden = false;
    const [box, scale] = measure();
    const frame = svg.parentNode.getBoundingClientRect();
    const { x, y, width, height } = mark.getBBox();
    const left = (x + width / 2) * scale - reading.offsetWidth / 2;
    const above = y * scale - reading.offsetHeight - 10;
    const below = (y + height) * scale + 12;
    reading.style.left = `${clamp(left, frame.width - reading.offsetWidth)}px`;
    reading.style.top = `${box.top - frame.top + (above < 0 ? below : above)}px`;
  };

  // The nearest mark within a finger's breadth.
  const near = (event) => {
    const [box, scale] = measure();
    const [left, top] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    const distance = (mark) => {
      const { x, y, width, height } = mark.getBBox();
      return Math.hypot(Math.max(x - left, 0, left - x - width), Math.max(y - top, 0, top - y - height));
    };
    const [nearest] = marks.map((mark) => [distance(mark), mark]).sort((a, b) => a[0] - b[0]);
    return nearest[0] * scale < 28 ? nearest[1] : null;
  };
  const point = (event) => {
    const mark = near(event);
    if (mark) show(mark);
    else hide();
  };
  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hide());
  group.addEventListener("focusin", (event) => show(event.target));
  group.addEventListener("focusout", hide);
  group.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.target.blur();
    const next = walk(event, marks, steps);
    if (!next) return;
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}
