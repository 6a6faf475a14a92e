"""Checks the WCAG 2.1 AA rules of axe, light and wide, dark and narrow, with all blocks opened."""

from importlib.util import find_spec
from pathlib import Path

AXE = (Path(find_spec("axe_playwright_python").origin).parent / "axe.min.js").read_text("utf-8")

# Opens collapsed blocks. Keeps only a few rows of each data table, and one letter of each formula, which
# screen readers skip, as the others are alike.
UNFOLD = """() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const row of document.querySelectorAll('.data tr:nth-child(n + 3)')) row.remove();
  for (const formula of document.querySelectorAll('.katex-html')) formula.textContent = 'x';
}"""

RUN = """(element) => axe.run(element, {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  resultTypes: ['violations'], preload: false,
}).then((results) => results.violations.flatMap((violation) => violation.nodes.map(
  (node) => `${violation.id}: ${node.target.join(' ')}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message}`)))"""


def problems(page, site):
    width = page.viewport_size["width"]
    scheme = "light" if width > 700 else "dark"
    page.emulate_media(color_scheme=scheme)
    page.evaluate(UNFOLD)
    page.evaluate(AXE)
    for problem in page.evaluate(RUN, "html"):
        yield "axe", f"{scheme}, {width} px: {problem}"
    if page.query_selector(".search-button"):
        page.keyboard.press("/")
        page.keyboard.type("e")
        page.wait_for_selector(".search li a, .search-status:not(:empty)")
        for problem in page.evaluate(RUN, "dialog.search"):
            yield "axe", f"{scheme}, searching: {problem}"
        page.keyboard.press("Escape")
