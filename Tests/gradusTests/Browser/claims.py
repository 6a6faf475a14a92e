"""What was measured for a claim, when its words are pointed at or have the focus (WCAG 2.2, 1.4.13)."""

# Whether what was measured is seen, and where: `whole` if nothing cuts it off or covers it.
SEEN = """(claim) => {
  const note = claim.querySelector('.measured');
  const box = note.getBoundingClientRect();
  const isSeen = getComputedStyle(note).visibility === 'visible' && box.width > 0;
  const room = document.documentElement.clientWidth;
  const points = [];
  for (const x of [box.left + 3, (box.left + box.right) / 2, box.right - 3])
    for (const y of [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3]) points.push([x, y]);
  const cut = points.find(([x, y]) => !note.contains(document.elementFromPoint(x, y)));
  const isInside = box.left >= 0 && box.right <= room + 0.5 && box.top >= 0 && box.bottom <= innerHeight;
  return {
    isSeen, isWhole: isInside && !cut, x: box.left, y: box.top, width: box.width, height: box.height,
    sideways: document.scrollingElement.scrollWidth, room,
    hasFocus: document.activeElement === claim,
  };
}"""

# Where a claim's words are, a box a line.
LINES = """(claim) => [...claim.getClientRects()].filter(({ width }) => width > 4)
  .map(({ x, y, width, height }) => ({ x, y, width, height }))"""

# Whether every point between two belongs to the claim.
UNBROKEN = """(claim, [x, y, left, top]) => {
  const steps = Math.ceil(Math.hypot(left - x, top - y) * 2);
  for (let step = 0; step <= steps; step++) {
    const place = [x + (left - x) * step / steps, y + (top - y) * step / steps];
    if (!claim.contains(document.elementFromPoint(...place))) return false;
  }
  return true;
}"""

# The middle of the window is where readers point.
CENTRED = "(claim) => claim.scrollIntoView({ block: 'center', inline: 'center' })"


# Whether what was measured is seen of each claim that gets the focus, in the order of the page.
ALL = f"""() => [...document.querySelectorAll('.claim')].map((claim) => {{
  ({CENTRED})(claim);
  claim.focus();
  const seen = ({SEEN})(claim);
  claim.blur();
  return [claim.id, seen];
}})"""

# The claims at which we point: the first, one of several lines, one in a box that scrolls, and the last.
POINTED = """() => {
  const claims = [...document.querySelectorAll('.claim')];
  const broken = claims.find((claim) => claim.getClientRects().length > 1);
  const boxed = claims.find((claim) => claim.closest('.scroll, .sidenote'));
  const chosen = new Set([claims[0], broken, boxed, claims.at(-1)].filter(Boolean));
  return claims.map((claim) => chosen.has(claim));
}"""

# Playwright's add_style_tag waits for an event that never comes where scripts are off.
HIDE_AT_ONCE = """() => {
  const style = document.createElement('style');
  style.textContent = '.claim:not(:hover, :focus) .measured { transition: none }';
  document.head.append(style);
}"""


def problems(page, site):
    if not page.query_selector(".claim"):
        return
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
    own = page.viewport_size
    for width, letters in ((own["width"], "100%"), (320, "200%")):
        page.set_viewport_size({"width": width, "height": own["height"]})
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}'")
        for words in shown(page) + [
            f"{words}: {claim.get_attribute('id')}"
            for claim in pointed(page)
            for words in pointed_at(page, claim) + focused(page, claim)
        ]:
            yield "claims", f"{width} px, {letters}: {words}"
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(own)
    for words in heard(page):
        yield "claims", words


def shown(page):
    """What is wrong with any claim that has the focus."""
    page.mouse.move(0, 0)
    base = page.evaluate("document.scrollingElement.scrollWidth")
    return [
        f"{words}: {name}"
        for name, note in page.evaluate(ALL)
        for words in wrong({**note, "base": base}, "with the focus")
    ]


def pointed(page):
    chosen = page.evaluate(POINTED)
    return [claim for claim, is_chosen in zip(page.query_selector_all(".claim"), chosen) if is_chosen]


def hide_at_once(page):
    """What was measured for one claim must not lie over the next one, at which we point at once."""
    page.evaluate(HIDE_AT_ONCE)


def pointed_at(page, claim, lines=(0, -1), escapes=True):
    found = []
    for line in lines:
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement?.blur()")
        claim.evaluate(CENTRED)
        box = claim.evaluate(LINES)[line]
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        note = claim.evaluate(SEEN)
        found += wrong(note, "pointed at")
        left = min(max(x, note["x"] + 2), note["x"] + note["width"] - 2)
        top = note["y"] + note["height"] / 2
        if not claim.evaluate(UNBROKEN, [x, y, left, top]):
            found.append("there is a gap between the words and what was measured")
        page.mouse.move(left, top, steps=5)
        found += wrong(claim.evaluate(SEEN), "with the pointer in it")
        if escapes:
            page.keyboard.press("Escape")
            if claim.evaluate(SEEN)["isSeen"]:
                found.append("Escape leaves what was measured")
    page.mouse.move(0, 0)
    return found


def focused(page, claim):
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement?.blur()")
    claim.evaluate(CENTRED)
    claim.focus()
    found = wrong(claim.evaluate(SEEN), "with the focus")
    page.keyboard.press("Escape")
    note = claim.evaluate(SEEN)
    if note["isSeen"]:
        found.append("Escape leaves what was measured")
    if not note["hasFocus"]:
        found.append("Escape takes the focus away")
    page.evaluate("document.activeElement?.blur()")
    return found


def wrong(note, when):
    if not note["isSeen"]:
        return [f"what was measured is not seen {when}"]
    if not note["isWhole"]:
        return [f"what was measured is not seen whole {when}"]
    # A page that is too wide by itself is reported by the layout.
    base = max(note.get("base", 0), note["room"])
    return [f"the page runs sideways {when}"] if note["sideways"] > base else []


def heard(page):
    """A voice hears what was measured once: as the description of the words."""
    claim = page.query_selector(".claim")
    claim.evaluate(CENTRED)
    claim.focus()
    note = " ".join(claim.query_selector(".measured").text_content().split())
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    heard = [node for node in nodes if not node.get("ignored")]
    names = sum(note in said(node, "name") for node in heard)
    descriptions = sum(said(node, "description") == note for node in heard)
    # Several claims may have measured the same.
    notes = [" ".join(other.text_content().split()) for other in page.query_selector_all(".measured")]
    if names or descriptions != notes.count(note):
        yield f"what was measured is heard {names} times as text, {descriptions} as a description"


def said(node, key):
    return " ".join(str(node.get(key, {}).get("value", "")).split())
