"""Checks the measurement of a claim, shown while its text is hovered or focused (WCAG 2.2, 1.4.13)."""

# Whether and where the measurement is visible; `isWhole` if nothing clips or covers it.
STATE = """(claim) => {
  const note = claim.querySelector('.measured');
  const box = note.getBoundingClientRect();
  const isVisible = getComputedStyle(note).visibility === 'visible' && box.width > 0;
  const room = document.documentElement.clientWidth;
  const points = [];
  for (const x of [box.left + 3, (box.left + box.right) / 2, box.right - 3])
    for (const y of [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3]) points.push([x, y]);
  const cut = points.find(([x, y]) => !note.contains(document.elementFromPoint(x, y)));
  const isInside = box.left >= 0 && box.right <= room + 0.5 && box.top >= 0 && box.bottom <= innerHeight;
  return {
    isVisible, isWhole: isInside && !cut, x: box.left, y: box.top, width: box.width, height: box.height,
    scrollWidth: document.scrollingElement.scrollWidth,
    hasFocus: document.activeElement === claim,
  };
}"""

PAGE_WIDTH = "document.scrollingElement.scrollWidth"

# The boxes of a claim's text, one per line.
LINES = """(claim) => [...claim.getClientRects()].filter(({ width }) => width > 4)
  .map(({ x, y, width, height }) => ({ x, y, width, height }))"""

# Whether every point between two points belongs to the claim.
CONTIGUOUS = """(claim, [x, y, left, top]) => {
  const steps = Math.ceil(Math.hypot(left - x, top - y) * 2);
  for (let step = 0; step <= steps; step++) {
    const place = [x + (left - x) * step / steps, y + (top - y) * step / steps];
    if (!claim.contains(document.elementFromPoint(...place))) return false;
  }
  return true;
}"""

# Scrolls a claim to the middle of the window.
CENTRE = "(claim) => claim.scrollIntoView({ block: 'center', inline: 'center' })"


# The measurement of each claim while the claim is focused, in page order.
ALL = f"""() => [...document.querySelectorAll('.claim')].map((claim) => {{
  ({CENTRE})(claim);
  claim.focus();
  const state = ({STATE})(claim);
  claim.blur();
  return [claim.id, state];
}})"""

# Whether to hover over each claim: the first, one on several lines, one in a scrolling box, and the last.
HOVERED = """() => {
  const claims = [...document.querySelectorAll('.claim')];
  const wrapped = claims.find((claim) => claim.getClientRects().length > 1);
  const boxed = claims.find((claim) => claim.closest('.scroll, .sidenote'));
  const chosen = new Set([claims[0], wrapped, boxed, claims.at(-1)].filter(Boolean));
  return claims.map((claim) => chosen.has(claim));
}"""

# Disables the transition. Playwright's add_style_tag would wait for an event that needs scripts.
HIDE_AT_ONCE = """() => {
  const style = document.createElement('style');
  style.textContent = '.claim:not(:hover, :focus) .measured { transition: none }';
  document.head.append(style);
}"""


def problems(page, site):
    if not page.query_selector(".claim"):
        return
    page.evaluate("for (const details of document.querySelectorAll('main details')) details.open = true")
    own = page.viewport_size
    for width, font_size in ((own["width"], "100%"), (320, "200%")):
        page.set_viewport_size({"width": width, "height": own["height"]})
        page.evaluate(f"document.documentElement.style.fontSize = '{font_size}'")
        for problem in focus_all(page) + [
            f"{problem}: {claim.get_attribute('id')}"
            for claim in hovered(page)
            for problem in hover(page, claim) + focus(page, claim)
        ]:
            yield "claims", f"{width} px, {font_size}: {problem}"
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(own)
    for problem in announced(page):
        yield "claims", problem


def focus_all(page):
    """Problems of any claim while it is focused."""
    page.mouse.move(0, 0)
    base = page.evaluate(PAGE_WIDTH)
    return [
        f"{problem}: {name}"
        for name, note in page.evaluate(ALL)
        for problem in visibility_problems(note, base, "on focus")
    ]


def hovered(page):
    """The claims to hover over."""
    chosen = page.evaluate(HOVERED)
    return [claim for claim, is_chosen in zip(page.query_selector_all(".claim"), chosen) if is_chosen]


def hide_at_once(page):
    """Disables the transition, so that a measurement does not cover the next claim to be hovered."""
    page.evaluate(HIDE_AT_ONCE)


def hover(page, claim, lines=(0, -1), escapes=True):
    found = []
    for line in lines:
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement?.blur()")
        base = page.evaluate(PAGE_WIDTH)
        claim.evaluate(CENTRE)
        box = claim.evaluate(LINES)[line]
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        note = claim.evaluate(STATE)
        found += visibility_problems(note, base, "on hover")
        left = min(max(x, note["x"] + 2), note["x"] + note["width"] - 2)
        top = note["y"] + note["height"] / 2
        if not claim.evaluate(CONTIGUOUS, [x, y, left, top]):
            found.append("a gap separates the text from the measurement")
        page.mouse.move(left, top, steps=5)
        found += visibility_problems(claim.evaluate(STATE), base, "with the pointer in it")
        if escapes:
            page.keyboard.press("Escape")
            if claim.evaluate(STATE)["isVisible"]:
                found.append("Escape does not hide the measurement")
    page.mouse.move(0, 0)
    return found


def focus(page, claim):
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement?.blur()")
    base = page.evaluate(PAGE_WIDTH)
    claim.evaluate(CENTRE)
    claim.focus()
    found = visibility_problems(claim.evaluate(STATE), base, "on focus")
    page.keyboard.press("Escape")
    note = claim.evaluate(STATE)
    if note["isVisible"]:
        found.append("Escape does not hide the measurement")
    if not note["hasFocus"]:
        found.append("Escape removes the focus")
    page.evaluate("document.activeElement?.blur()")
    return found


def visibility_problems(note, base, when):
    if not note["isVisible"]:
        return [f"the measurement is not visible {when}"]
    if not note["isWhole"]:
        return [f"the measurement is cut off {when}"]
    # A page that is too wide without the measurement is reported by layout.py.
    return [f"the page scrolls sideways {when}"] if note["scrollWidth"] > base else []


def announced(page):
    """Screen readers must announce a measurement once: as the description of the claim's text."""
    claim = page.query_selector(".claim")
    claim.evaluate(CENTRE)
    claim.focus()
    note = " ".join(claim.query_selector(".measured").text_content().split())
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    visible = [node for node in nodes if not node.get("ignored")]
    names = sum(note in text(node, "name") for node in visible)
    descriptions = sum(text(node, "description") == note for node in visible)
    # Several claims can have the same measurement.
    notes = [" ".join(other.text_content().split()) for other in page.query_selector_all(".measured")]
    if names or descriptions != notes.count(note):
        yield f"the measurement is announced {names} times as text, {descriptions} as a description"


def text(node, key):
    return " ".join(str(node.get(key, {}).get("value", "")).split())
