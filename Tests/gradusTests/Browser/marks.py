"""Checks that the values of chart marks are shown on hover, touch and keyboard navigation."""

# The label of the focused element, the value shown beside the mark, and whether the focus is in the chart.
STATE = """(svg) => {
  const here = document.activeElement;
  const shown = svg.parentNode.querySelector('.reading:not([hidden])');
  return [here?.getAttribute('aria-label'), shown?.textContent, svg.contains(here)];
}"""

# The expected labels of a chart's values, from its data attributes.
LABELS = """(svg) => [...svg.querySelectorAll('[data-v]')].map((mark) =>
  [mark.parentNode.dataset.s, mark.dataset.v].filter(Boolean).join(', '))"""

# Enclosing elements whose roles hide a value or announce it twice.
AROUND = """(svg) => [
  ...(svg.querySelector('[role=img] [data-v]') ? ['is hidden in an image'] : []),
  ...(svg.closest('[aria-live], [aria-hidden=true]') ? ['is announced twice or never'] : []),
]"""


def problems(page, site):
    charts = [svg for svg in page.query_selector_all("svg.chart:has([data-v])") if svg.is_visible()]
    checks = (touch,) if page.evaluate("navigator.maxTouchPoints > 0") else (walk, point)
    for svg in charts:
        labels = svg.evaluate(LABELS)
        for problem in svg.evaluate(AROUND):
            yield "marks", f"a value {problem}"
        for check in checks:
            for problem in check(page, svg, labels, svg == charts[0]):
                yield "marks", problem


def walk(page, svg, labels, is_first):
    """A chart is one tab stop; arrows, Home and End move inside it, Escape leaves it.

    All keys are tried on the first chart of a page, some of them on the others.
    """

    def expect(key, label):
        focus, shown, _ = svg.evaluate(STATE)
        if focus != label:
            yield f"{key} announces {focus!r}, not {label!r}"
        elif shown != label:
            yield f"{key} shows {shown!r}, but announces {label!r}"

    stops = svg.query_selector_all("[tabindex='0']")
    if len(stops) != 1:
        yield f"a chart has {len(stops)} tab stops"
        return
    stops[0].focus()
    page.keyboard.press("Tab")
    if svg.evaluate(STATE)[2]:
        yield "Tab does not leave the chart"
    page.keyboard.press("Shift+Tab")
    yield from expect("Tab", labels[0])
    second, last = labels[min(1, len(labels) - 1)], labels[-1]
    for key, label in (
        ("ArrowRight", second), ("ArrowUp", labels[0]), ("ArrowDown", second),
        ("ArrowLeft", labels[0]), ("ArrowLeft", labels[0]), ("End", last), ("ArrowRight", last),
        ("Home", labels[0]),
    )[: None if is_first else 3]:
        page.keyboard.press(key)
        yield from expect(key, label)
    if len(svg.query_selector_all("[tabindex='0']")) != 1:
        yield "the chart has more than one tab stop after moving"
    page.keyboard.press("Escape")
    focus, shown, is_inside = svg.evaluate(STATE)
    if is_inside or shown:
        yield "Escape does not leave the chart"


def point(page, svg, labels, is_first):
    """Hovering over a value shows one; outside the chart none is shown."""
    for place, label in ends(svg, labels, is_first):
        page.mouse.move(*place)
        shown = svg.evaluate(STATE)[1]
        if shown not in labels:
            yield f"pointing at {label!r} shows {shown!r}"
    page.mouse.move(1, 1)
    if svg.evaluate(STATE)[1]:
        yield "a value is still shown after the mouse has left"


def touch(page, svg, labels, is_first):
    """Touching a value shows one, which stays after the finger is lifted."""
    for place, label in ends(svg, labels, is_first):
        page.touchscreen.tap(*place)
        shown = svg.evaluate(STATE)[1]
        if shown not in labels:
            yield f"touching {label!r} shows {shown!r}"


def ends(svg, labels, is_first):
    """The screen position and label of the first value, and on the first chart also of the last one."""
    svg.scroll_into_view_if_needed()
    values = list(zip(svg.query_selector_all("[data-v]"), labels))
    for value, label in (values[0], values[-1])[: 2 if is_first else 1]:
        box = value.bounding_box()
        yield (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2), label
