// The values of a drawing's marks, for those who point, touch or walk by keys.
//
// A drawing is one tab stop: arrow keys, Home and End walk its marks and Escape leaves. A mark that
// takes the focus is announced by its own label, once; what is shown beside it is for the eye only.
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9 };

for (const svg of document.querySelectorAll("svg.chart:has(> .marks)")) {
  const group = svg.querySelector(":scope > .marks");
  const marks = [...group.querySelectorAll("[data-v]")];
  const reading = element("div", { className: "reading", hidden: true, "aria-hidden": "true" });
  const label = (mark) => {
    const series = mark.parentNode.dataset.s;
    return (series ? series + ", " : "") + mark.dataset.v;
  };
  const place = (mark) => mark.getAttribute("d").match(/-?[\d.]+/g).slice(0, 2).map(Number);

  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.values);
  marks.forEach((mark, index) => {
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", label(mark));
    mark.setAttribute("tabindex", index === 0 ? 0 : -1);
  });
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
    const [box, frame] = [svg.getBoundingClientRect(), svg.parentNode.getBoundingClientRect()];
    const scale = box.width / svg.viewBox.baseVal.width;
    const [x, y] = place(mark).map((value) => value * scale);
    const left = Math.min(Math.max(x - reading.offsetWidth / 2, 0), frame.width - reading.offsetWidth);
    const above = y - reading.offsetHeight - 10;
    reading.style.left = `${left}px`;
    reading.style.top = `${box.top - frame.top + (above < 0 ? y + 12 : above)}px`;
  };

  // The mark under the pointer, or else the nearest within a finger's breadth.
  const near = (event) => {
    const under = event.target.closest("[data-v]");
    if (under) return under;
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    const distance = (mark) => {
      const [x, y] = place(mark);
      return Math.hypot(x * scale - event.clientX + box.left, y * scale - event.clientY + box.top);
    };
    const [nearest] = marks.map((mark) => [distance(mark), mark]).sort((a, b) => a[0] - b[0]);
    return nearest[0] < 28 ? nearest[1] : null;
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
    const here = marks.indexOf(event.target);
    if (event.key === "Escape") event.target.blur();
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = marks[Math.min(Math.max(here + steps[event.key], 0), marks.length - 1)];
    event.target.setAttribute("tabindex", -1);
    next.setAttribute("tabindex", 0);
    next.focus();
  });
}
