"""What a page gives to those without JavaScript, and to paper."""

from layout import opened

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
DEAD = """() => [...document.querySelectorAll('button, input:not([type=radio]), dialog')]
  .map((element) => element.outerHTML.slice(0, 100))"""

# Sweeps none or several of whose frames are shown.
FRAMES = """() => [...document.querySelectorAll('.frames')].flatMap((frames) => {
  const shown = [...frames.querySelectorAll('.frame')].filter((frame) => frame.offsetHeight > 0);
  return shown.length === 1 ? [] : [`${shown.length} frames shown`];
})"""

# Folded blocks whose content a printed page leaves out.
FOLDED = """() => [...document.querySelectorAll('main details:not(.data, .along)')].flatMap((details) => {
  const rest = [...details.children].slice(1);
  const seen = rest.some((element) => element.checkVisibility() && element.offsetHeight > 0);
  const printed = details.closest('nav') || seen;
  return printed ? [] : [details.outerHTML.slice(0, 100)];
})"""

BARE = """() => [...document.querySelectorAll('article a[href^="http"]:not(.address)')].flatMap((link) => {
  const shown = getComputedStyle(link, '::after').content.includes(link.getAttribute('href'));
  return shown || !link.checkVisibility() ? [] : [link.href];
})"""

NAVIGATION = """() => [...document.querySelectorAll('nav, .tools, .skip, .copy')].flatMap(
  (element) => element.checkVisibility() ? [element.outerHTML.slice(0, 80)] : [])"""

SPLIT = """() => [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
  if (!svg.checkVisibility()) return [];
  const kept = svg.closest('figure, .frame');
  for (let box = svg; box && box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).breakInside === 'avoid') return [];
  return ['a figure may be split'];
})"""


def problems(browser, path):
    found = []

    def note(check, words):
        found.append((path.name, check, words))

    with opened(browser, path, 768, java_script_enabled=False) as page:
        for words in page.evaluate(UNSEEN):
            note("plain", f"not seen: {words}")
        for words in page.evaluate(DEAD):
            note("plain", f"does nothing: {words}")
        for words in page.evaluate(FRAMES):
            note("plain", words)
        for frames in page.query_selector_all(".frames"):
            frames.query_selector("label:last-of-type").click()
            if not frames.query_selector(".frame:last-of-type").is_visible():
                note("plain", "the last frame cannot be chosen")
        for details in page.query_selector_all("main details"):
            if details.evaluate("details => !!details.parentElement.closest('details, nav')"):
                continue
            details.query_selector("summary").click()
            if details.get_attribute("open") is None:
                note("plain", "a folded block does not open")

    for scheme in ("light", "dark"):
        with opened(browser, path, 680, scheme) as page:
            page.emulate_media(media="print", color_scheme=scheme)
            for check, script in (
                ("folded", FOLDED), ("bare", BARE), ("navigation", NAVIGATION), ("split", SPLIT),
            ):
                for words in page.evaluate(script):
                    note("print", f"{check}: {words}")
            if page.evaluate("document.scrollingElement.scrollWidth > innerWidth + 1"):
                note("print", "wider than the paper")
    return found
