"""What can be done with the keyboard alone: skip link, folds, slider, marks and search."""

import json
import re

from playwright.sync_api import Error

from layout import opened

FOCUS = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName"


def problems(browser, path):
    found = []

    def expect(condition, words):
        if not condition:
            found.append((path.name, "keyboard", words))

    with opened(browser, path) as page:
        skip_link(page, expect)
        folds(page, expect)
        sliders(page, expect)
        marks(page, expect)
    if (path.parent / "script.js").exists() and path.name != "404.html":
        for width in (360, 1440):
            with opened(browser, path, width) as page:
                search(page, path, expect)
    return found


def skip_link(page, expect):
    if page.query_selector("nav, header.top") is None:
        return
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    expect(first == "skip", f"the first stop is {first!r}, not the skip link")
    expect(
        page.evaluate("document.activeElement.getBoundingClientRect().left >= 0"),
        "the skip link is not seen when it has the focus",
    )
    page.keyboard.press("Enter")
    focus = page.evaluate("document.activeElement.id")
    expect(focus == "text", "the skip link does not lead to the text")


def folds(page, expect):
    for details in page.query_selector_all("main details:not(details details)"):
        summary = details.query_selector("summary")
        if summary.evaluate("element => getComputedStyle(element).pointerEvents === 'none'"):
            continue
        summary.focus()
        expect(
            summary.evaluate("element => getComputedStyle(element).outlineStyle !== 'none'"),
            "a folded block does not show that it has the focus",
        )
        page.keyboard.press("Enter")
        expect(details.get_attribute("open") is not None, "Enter opens no folded block")
        page.keyboard.press("Enter")


def sliders(page, expect):
    for frames in page.query_selector_all(".frames"):
        slider = frames.query_selector("input[type=range]")
        if slider is None:
            expect(False, "a sweep has no slider")
            continue
        shown = "frames => [...frames.querySelectorAll('.frame')].findIndex(f => f.offsetHeight > 0)"
        slider.focus()
        page.keyboard.press("Home")
        first = frames.evaluate(shown)
        page.keyboard.press("ArrowRight")
        second = frames.evaluate(shown)
        expect((first, second) == (0, 1), f"the slider goes from frame {first} to {second}")
        label = frames.query_selector_all(":scope > label")[1].text_content()
        said = slider.get_attribute("aria-valuetext")
        expect(said == label, f"the slider says {said!r}, not {label!r}")
        box = slider.bounding_box()
        page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
        last = len(frames.query_selector_all(".frame")) - 1
        expect(frames.evaluate(shown) == last, "a click at the slider's end shows another frame")


def marks(page, expect):
    for svg in page.query_selector_all("svg.chart"):
        if not svg.is_visible():
            continue
        values = svg.query_selector_all("[data-v]")
        if not values:
            continue
        stops = svg.query_selector_all("[tabindex='0']")
        expect(len(stops) == 1, f"a drawing has {len(stops)} tab stops")
        if not stops:
            continue
        stops[0].focus()
        labels = [page.evaluate(FOCUS)]
        expect(labels[0].endswith(values[0].get_attribute("data-v")), f"it says {labels[0]!r}")
        page.keyboard.press("ArrowRight")
        labels.append(page.evaluate(FOCUS))
        last = values[min(1, len(values) - 1)].get_attribute("data-v")
        expect(labels[1].endswith(last), f"the next value is {labels[1]!r}")
        tip = svg.evaluate("svg => svg.parentNode.querySelector('.reading:not([hidden])')?.textContent")
        expect(tip == labels[1], f"shown is {tip!r}, announced {labels[1]!r}")
        live = svg.evaluate("svg => !!svg.closest('[aria-live]')")
        expect(not live, "a value is announced twice")
        expect(len(svg.query_selector_all("[tabindex='0']")) == 1, "a second tab stop is left behind")
        page.keyboard.press("Escape")
        inside = svg.evaluate("svg => svg.contains(document.activeElement)")
        expect(not inside, "Escape does not leave the drawing")
        box = values[0].bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(
            svg.evaluate("svg => !!svg.parentNode.querySelector('.reading:not([hidden])')"),
            "pointing at a value shows nothing",
        )


def search(page, path, expect):
    query, target = wanted(path)
    page.keyboard.press("/")
    expect(page.evaluate("document.activeElement.type") == "search", "/ does not open the search")
    page.keyboard.press("Escape")
    # The browser closes it a little later than the key comes up.
    try:
        page.wait_for_selector("dialog.search:not([open])", state="attached")
    except Error:
        expect(False, "Escape does not close the search")
    page.keyboard.press("/")
    page.keyboard.type(query)
    try:
        page.wait_for_selector(".search li a", timeout=20000)
    except Error:
        expect(False, f"nothing is found for {query!r}")
        return
    status = page.text_content(".search-status")
    expect(re.search(r"\d", status), f"the status says {status!r}")
    expect(page.evaluate("!!document.querySelector('.search mark')"), "no word is marked")
    page.keyboard.press("ArrowDown")
    expect(page.evaluate("document.activeElement.tagName") == "A", "no way from the field to the finds")
    address = page.evaluate("document.activeElement.getAttribute('href')").split("#")[0]
    expect(address == target, f"{query!r} finds {address} before {target}")
    page.keyboard.press("ArrowUp")
    expect(page.evaluate("document.activeElement.type") == "search", "no way back to the field")
    page.keyboard.press("Enter")
    try:
        page.wait_for_url(lambda url: url.split("#")[0].endswith("/" + target), timeout=20000)
    except Error:
        expect(False, f"Enter leads to {page.url}")


def wanted(path):
    """A page's whole title, and the page: the last one of the index, so that all pieces are read."""
    last = sorted((path.parent / "search").glob("*.js"), key=lambda piece: int(piece.stem))[-1]
    text = last.read_text("utf-8")
    pages = json.loads(text[text.index("...") + 3 : text.rindex(")")])
    return pages[-1][1], pages[-1][0]
