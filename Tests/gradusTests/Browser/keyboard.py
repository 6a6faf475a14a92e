"""Checks keyboard operation: skip link, collapsible blocks and sliders."""


def problems(page, site):
    for check in (skip_link, blocks, sliders):
        for problem in check(page):
            yield "keyboard", problem


def skip_link(page):
    if not page.query_selector("nav, header.top"):
        return
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    if first != "skip":
        yield f"the first stop is {first!r}, not the skip link"
    if not page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"):
        yield "the focused skip link is not visible"
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "text":
        yield "the skip link does not lead to the main text"


def blocks(page):
    for details in page.query_selector_all("main details:not(details details)"):
        summary = details.query_selector("summary")
        if summary.evaluate("element => getComputedStyle(element).pointerEvents === 'none'"):
            continue
        summary.focus()
        if summary.evaluate("element => getComputedStyle(element).outlineStyle === 'none'"):
            yield "a collapsed block does not show its focus"
        page.keyboard.press("Enter")
        if details.get_attribute("open") is None:
            yield "Enter does not open a block"
        page.keyboard.press("Enter")


SHOWN = "frames => [...frames.querySelectorAll('.frame')].findIndex(f => f.offsetHeight > 0)"


def sliders(page):
    for frames in page.query_selector_all(".frames"):
        slider = frames.query_selector("input[type=range]")
        if slider is None:
            yield "an explore figure has no slider"
            continue
        slider.focus()
        page.keyboard.press("Home")
        first = frames.evaluate(SHOWN)
        page.keyboard.press("ArrowRight")
        second = frames.evaluate(SHOWN)
        if (first, second) != (0, 1):
            yield f"the slider moves from frame {first} to {second}"
        label = frames.query_selector_all(":scope > label")[1].text_content()
        announced = slider.get_attribute("aria-valuetext")
        if announced != label:
            yield f"the slider announces {announced!r}, not {label!r}"
        box = slider.bounding_box()
        page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
        if frames.evaluate(SHOWN) != len(frames.query_selector_all(".frame")) - 1:
            yield "a click at the end of the slider does not show the last frame"
