"""axe's rules for WCAG 2.1 AA, light and wide, dark and narrow, with all that folds opened."""

from importlib.util import find_spec
from pathlib import Path

from layout import opened

AXE = (Path(find_spec("axe_playwright_python").origin).parent / "axe.min.js").read_text("utf-8")

RUN = """() => axe.run(document, {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  resultTypes: ['violations'],
}).then((results) => results.violations.flatMap((violation) => violation.nodes.map(
  (node) => `${violation.id}: ${node.target.join(' ')}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message}`)))"""


def problems(browser, path):
    found = []
    for width, scheme in ((1440, "light"), (360, "dark")):
        with opened(browser, path, width, scheme) as page:
            page.evaluate(
                "document.querySelectorAll('details').forEach(details => details.open = true)"
            )
            page.evaluate(AXE)
            for words in page.evaluate(RUN):
                found.append((path.name, "axe", f"{scheme}, {width} px: {words}"))
            if page.query_selector(".search-button"):
                page.keyboard.press("/")
                page.keyboard.type("e")
                page.wait_for_selector(".search li a, .search-status:not(:empty)")
                for words in page.evaluate(RUN):
                    found.append((path.name, "axe", f"{scheme}, searching: {words}"))
    return found
