// Positions the measured values of a claim next to its text, and hides them on Escape.
//
// The style sheet shows them, as wide as the column. This script moves them next to the text without a
// gap, and above it if there is no room below.
for (const claim of document.querySelectorAll(".claim")) {
  const note = claim.querySelector(":scope > .measured");
  const show = ({ clientY }) => {
    claim.classList.remove("dismissed");
    note.classList.add("near");
    const lines = [...claim.getClientRects()].filter(({ width }) => width > 4);
    // The line under the pointer, or the last one.
    const at = lines.findLastIndex(({ top }) => top <= clientY);
    const { left, top, bottom } = lines.at(at);
    const height = note.offsetHeight;
    const gap = Math.abs(parseFloat(getComputedStyle(note).marginTop));
    const below = innerHeight - bottom - height - gap;
    const above = at === 0 && lines[1] ? top > height + gap : below < 0 && top - height - gap > below;
    const frame = note.offsetParent.getBoundingClientRect();
    note.classList.toggle("above", above);
    note.style.left = `${clamp(left - frame.left, frame.width - note.offsetWidth)}px`;
    note.style.top = `${(above ? top - height : bottom) - frame.top}px`;
  };
  claim.addEventListener("pointerenter", show);
  claim.addEventListener("focus", show);
}
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const claim of document.querySelectorAll(".claim:is(:hover, :focus)")) claim.classList.add("dismissed");
});
