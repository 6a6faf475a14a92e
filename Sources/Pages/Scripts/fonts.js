// Text with formulas is shown when their fonts are there (see results.css), so that no line shifts.
document.body.offsetHeight; // Lays the page out, which asks for the fonts.
document.fonts.ready.then(() => document.documentElement.classList.add("set"));
