"""What a page gives to those without JavaScript."""

from claims import hide_at_once, pointed, pointed_at, shown

# A formula, a listing, a figure or a paragraph that takes no room, outside folded blocks.
UNSEEN = """() => [...document.querySelectorAll(
    'main :is(p, li, h1, h2, h3, .katex, pre, table, svg.chart, figcaption)')].flatMap((element) => {
  const folded = element.closest('details:not([open])');
  const measured = element.closest('.measured, .frame, .katex-mathml, .sidework');
  const either = element.matches('svg.chart') && element.parentNode.getBoundingClientRect().height > 20;
  if (folded || measured || either || !element.textContent.trim()) return [];
  const box = element.getBoundingClientRect();
  return box.width < 1 || box.height < 1 ? [element.outerHTML.slice(0, 100)] : [];
})"""

# Controls that do nothing without a script.
DEAD = """() => [...document.querySelectorAll('button, input:not([type=radio], [disabled]), dialog')]
  .map((element) => element.outerHTML.slice(0, 100))"""

# Sweeps none or several of whose frames are shown.
FRAMES = """() => [...document.querySelectorAll('.frames')].flatMap((frames) => {
  const shown = [...frames.querySelectorAll('.frame')].filter((frame) => frame.offsetHeight > 0);
  return shown.length === 1 ? [] : [`${shown.length} frames shown`];
})"""


def problems(page, site):
    for words in page.evaluate(UNSEEN):
        yield "plain", f"not seen: {words}"
    for words in page.evaluate(DEAD):
        yield "plain", f"does nothing: {words}"
    for words in page.evaluate(FRAMES):
        yield "plain", words
    for frames in page.query_selector_all(".frames"):
        frames.query_selector("label:last-of-type").click()
        if not frames.query_selector(".frame:last-of-type").is_visible():
            yield "plain", "the last frame cannot be chosen"
    for details in page.query_selector_all("main details:not(details details, nav details)"):
        details.query_selector("summary").click()
        if details.get_attribute("open") is None:
            yield "plain", "a folded block does not open"
    hide_at_once(page)
    for words in shown(page):
        yield "plain", words
    for claim in pointed(page):
        for words in pointed_at(page, claim, lines=(-1,), escapes=False):
            yield "plain", f"{words}: {claim.get_attribute('id')}"
