"""What can be done with the keyboard alone: skip link, folds and sliders."""


def problems(page, site):
    for part in (skip_link, folds, sliders):
        for words in part(page):
            yield "keyboard", words


def skip_link(page):
    if not page.query_selector("nav, header.top"):
        return
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    if first != "skip":
        yield f"the first stop is {first!r}, not the skip link"
    if not page.evaluate("document.activeElement.getBoundingClientRect().left >= 0"):
        yield "the skip link is not seen when it has the focus"
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "text":
        yield "the skip link does not lead to the text"


def folds(page):
    for details in page.query_selector_all("main details:not(details details)"):
        summary = details.query_selector("summary")
        if summary.evaluate("element => getComputedStyle(element).pointerEvents === 'none'"):
            continue
        summary.focus()
        if summary.evaluate("element => getComputedStyle(element).outlineStyle === 'none'"):
            yield "a folded block does not show that it has the focus"
        page.keyboard.press("Enter")
        if details.get_attribute("open") is None:
            yield "Enter opens no folded block"
        page.keyboard.press("Enter")


SHOWN = "frames => [...frames.querySelectorAll('.frame')].findIndex(f => f.offsetHeight > 0)"


def sliders(page):
    for frames in page.query_selector_all(".frames"):
        slider = frames.query_selector("input[type=range]")
        if slider is None:
            yield "a sweep has no slider"
            continue
        slider.focus()
        page.keyboard.press("Home")
        first = frames.evaluate(SHOWN)
        page.keyboard.press("ArrowRight")
        second = frames.evaluate(SHOWN)
        if (first, second) != (0, 1):
            yield f"the slider goes from frame {first} to {second}"
        label = frames.query_selector_all(":scope > label")[1].text_content()
        said = slider.get_attribute("aria-valuetext")
        if said != label:
            yield f"the slider says {said!r}, not {label!r}"
        box = slider.bounding_box()
        page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
        if frames.evaluate(SHOWN) != len(frames.query_selector_all(".frame")) - 1:
            yield "a click at the slider's end shows another frame"
