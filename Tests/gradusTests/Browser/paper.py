"""Checks a page in print."""

# Collapsed blocks whose content is not printed.
COLLAPSED = """() => [...document.querySelectorAll('main details:not(.data, .along)')].flatMap((details) => {
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
  for (let box = svg; box && box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).breakInside === 'avoid') return [];
  return ['a figure can be split'];
})"""

# Text that is hidden until the fonts are loaded, which would be missing if printed before.
WAITING = """() => {
  const root = document.documentElement;
  root.classList.remove('set');
  const hidden = [...document.querySelectorAll('.body, article ~ *')].filter(
    (element) => getComputedStyle(element).visibility === 'hidden');
  root.classList.add('set');
  return hidden.map((element) => element.outerHTML.slice(0, 80));
}"""

WIDE = "() => document.scrollingElement.scrollWidth > innerWidth + 1 ? ['wider than the paper'] : []"

SCRIPTS = (
    ("collapsed", COLLAPSED), ("bare", BARE), ("navigation", NAVIGATION), ("split", SPLIT), ("wide", WIDE),
    ("waiting", WAITING),
)


def problems(page, site):
    page.set_viewport_size({"width": 680, "height": 900})
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)
        for check, script in SCRIPTS:
            for problem in page.evaluate(script):
                yield "print", f"{check}: {problem}"
