"""Checks a page without JavaScript."""

from claims import focus_all, hide_at_once, hover, hovered

# Formulas, listings, figures and paragraphs of zero size outside collapsed blocks.
UNSEEN = """() => [...document.querySelectorAll(
    'main :is(p, li, h1, h2, h3, .katex, pre, table, svg.chart, figcaption)')].flatMap((element) => {
  const collapsed = element.closest('details:not([open])');
  const measured = element.closest('.measured, .frame, .katex-mathml, .sidework');
  const either = element.matches('svg.chart') && element.parentNode.getBoundingClientRect().height > 20;
  if (collapsed || measured || either || !element.textContent.trim()) return [];
  const box = element.getBoundingClientRect();
  return box.width < 1 || box.height < 1 ? [element.outerHTML.slice(0, 100)] : [];
})"""

# Controls that need a script.
DEAD = """() => [...document.querySelectorAll('button, input:not([type=radio], [disabled]), dialog')]
  .map((element) => element.outerHTML.slice(0, 100))"""

# Explore figures that show no frame, or several.
FRAMES = """() => [...document.querySelectorAll('.frames')].flatMap((frames) => {
  const shown = [...frames.querySelectorAll('.frame')].filter((frame) => frame.offsetHeight > 0);
  return shown.length === 1 ? [] : [`${shown.length} frames shown`];
})"""


def problems(page, site):
    for element in page.evaluate(UNSEEN):
        yield "plain", f"not visible: {element}"
    for element in page.evaluate(DEAD):
        yield "plain", f"does nothing: {element}"
    for problem in page.evaluate(FRAMES):
        yield "plain", problem
    for frames in page.query_selector_all(".frames"):
        frames.query_selector("label:last-of-type").click()
        if not frames.query_selector(".frame:last-of-type").is_visible():
            yield "plain", "the last frame cannot be selected"
    for details in page.query_selector_all("main details:not(details details, nav details)"):
        details.query_selector("summary").click()
        if details.get_attribute("open") is None:
            yield "plain", "a collapsed block does not open"
    hide_at_once(page)
    for problem in focus_all(page):
        yield "plain", problem
    for claim in hovered(page):
        for problem in hover(page, claim, lines=(-1,), escapes=False):
            yield "plain", f"{problem}: {claim.get_attribute('id')}"
