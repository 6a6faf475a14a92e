// Shows text with formulas after their fonts have loaded (see results.css), so that no line shifts.
document.body.offsetHeight; // Forces a layout, which requests the fonts.
document.fonts.ready.then(() => document.documentElement.classList.add("set"));
