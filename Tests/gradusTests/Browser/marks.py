"""The values of drawings' marks: told to those who point, touch or walk by keys."""

# What has the focus, what is shown beside the mark, and whether the drawing holds the focus.
STATE = """(svg) => {
  const here = document.activeElement;
  const shown = svg.parentNode.querySelector('.reading:not([hidden])');
  return [here?.getAttribute('aria-label'), shown?.textContent, svg.contains(here)];
}"""

# The labels that a reader hears of a drawing's values, from what the drawing says of itself.
LABELS = """(svg) => [...svg.querySelectorAll('[data-v]')].map((mark) =>
  [mark.parentNode.dataset.s, mark.dataset.v].filter(Boolean).join(', '))"""

# The roles that hide a value, or tell it twice, of elements around it.
AROUND = """(svg) => [
  ...(svg.querySelector('[role=img] [data-v]') ? ['is hidden in an image'] : []),
  ...(svg.closest('[aria-live], [aria-hidden=true]') ? ['is announced twice or never'] : []),
]"""


def problems(page, site):
    drawings = [svg for svg in page.query_selector_all("svg.chart:has([data-v])") if svg.is_visible()]
    looks = (touch,) if page.evaluate("navigator.maxTouchPoints > 0") else (walk, point)
    for svg in drawings:
        labels = svg.evaluate(LABELS)
        for words in svg.evaluate(AROUND):
            yield "marks", f"a value {words}"
        for look in looks:
            for words in look(page, svg, labels, svg == drawings[0]):
                yield "marks", words


def walk(page, svg, labels, is_first):
    """One stop of the Tab key; arrows, Home and End walk on, Escape leaves.

    All keys are tried on a page's first drawing, some on each.
    """

    def told(what, label):
        focus, shown, _ = svg.evaluate(STATE)
        if focus != label:
            yield f"{what} tells {focus!r}, not {label!r}"
        elif shown != label:
            yield f"shown is {shown!r}, announced {label!r}"

    stops = svg.query_selector_all("[tabindex='0']")
    if len(stops) != 1:
        yield f"a drawing has {len(stops)} tab stops"
        return
    stops[0].focus()
    page.keyboard.press("Tab")
    if svg.evaluate(STATE)[2]:
        yield "a drawing is more than one stop"
    page.keyboard.press("Shift+Tab")
    yield from told("Tab", labels[0])
    second, last = labels[min(1, len(labels) - 1)], labels[-1]
    for key, label in (
        ("ArrowRight", second), ("ArrowUp", labels[0]), ("ArrowDown", second),
        ("ArrowLeft", labels[0]), ("ArrowLeft", labels[0]), ("End", last), ("ArrowRight", last),
        ("Home", labels[0]),
    )[: None if is_first else 3]:
        page.keyboard.press(key)
        yield from told(key, label)
    if len(svg.query_selector_all("[tabindex='0']")) != 1:
        yield "a second tab stop is left behind"
    page.keyboard.press("Escape")
    focus, shown, is_inside = svg.evaluate(STATE)
    if is_inside or shown:
        yield "Escape does not leave the drawing"


def point(page, svg, labels, is_first):
    """The mouse over a value tells one; away from the drawing nothing is told."""
    for place, label in ends(svg, labels, is_first):
        page.mouse.move(*place)
        shown = svg.evaluate(STATE)[1]
        if shown not in labels:
            yield f"pointing at {label!r} tells {shown!r}"
    page.mouse.move(1, 1)
    if svg.evaluate(STATE)[1]:
        yield "a value stays when the mouse has left"


def touch(page, svg, labels, is_first):
    """A finger on a value tells one, which stays when the finger is lifted."""
    for place, label in ends(svg, labels, is_first):
        page.touchscreen.tap(*place)
        shown = svg.evaluate(STATE)[1]
        if shown not in labels:
            yield f"touching {label!r} tells {shown!r}"


def ends(svg, labels, is_first):
    """The first value, and of a page's first drawing the last one; the middle of each on the screen."""
    svg.scroll_into_view_if_needed()
    values = list(zip(svg.query_selector_all("[data-v]"), labels))
    for value, label in (values[0], values[-1])[: 2 if is_first else 1]:
        box = value.bounding_box()
        yield (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2), label
