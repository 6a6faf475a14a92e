// A slider for the frames of an explore figure; it selects the radio buttons, which show the frames.
for (const frames of document.querySelectorAll(".frames")) {
  const choices = [...frames.querySelectorAll(":scope > input")];
  const place = frames.querySelector(":scope > .slider");
  const name = frames.querySelector(":scope > legend").textContent;
  const slider = element("input", { type: "range", max: choices.length - 1, "aria-label": name });
  // Screen readers announce the slider's own value.
  const shown = element("output", { "aria-hidden": "true" });
  const show = () => {
    const choice = choices[slider.value];
    choice.checked = true;
    shown.innerHTML = choice.labels[0].innerHTML;
    slider.setAttribute("aria-valuetext", choice.labels[0].textContent);
  };
  slider.value = Math.max(0, choices.findIndex((choice) => choice.checked));
  slider.addEventListener("input", show);
  show();
  place.append(slider, shown);
}
