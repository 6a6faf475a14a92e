"""Checks the live preview of a page while its lesson is edited.

    python preview.py URL LESSON

LESSON is the file of the page's lesson, which this script edits. The lesson has "Above." before a
collapsed block, a heading with the id `here` after a screen of paragraphs, and a cell `let a = 1` below.
Each problem is printed on a line; the exit code is 1 if there are any.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TOP = "() => document.getElementById('here').getBoundingClientRect().top"
PANEL = "#gradus-preview aside"


def problems(page, url, lesson):
    text = lesson.read_text()
    page.goto(url)
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.evaluate("document.querySelector('main details').open = true")
    page.evaluate("scrollTo(0, document.getElementById('here').getBoundingClientRect().top - 100)")
    before = page.evaluate(TOP)

    lesson.write_text(text.replace("Above.", "Above. " + "Many more words. " * 200))
    page.wait_for_selector("text=Many more words", state="attached")
    page.wait_for_load_state("load")
    page.wait_for_function(f"Math.abs(({TOP})() - {before}) < 3", timeout=10000)
    if not page.evaluate("document.querySelector('main details').open"):
        yield "an open block is collapsed after the reload"
    if page.is_visible(PANEL):
        yield "a panel is shown without an error"

    wrong = text.replace("let a = 1", "let a: Int = 'x'")
    line = wrong.split("\n").index("let a: Int = 'x'") + 1
    lesson.write_text(wrong)
    page.wait_for_selector(PANEL)
    place = page.inner_text(f"{PANEL} .place")
    if f"one.md:{line}" not in place:
        yield f"the panel shows {place!r}, not line {line}"
    if page.inner_text(f"{PANEL} mark").rstrip() != f"{line:5}  let a: Int = 'x'":
        yield f"the panel highlights {page.inner_text(PANEL + ' mark')!r}"
    if abs(page.evaluate(TOP) - before) > 3:
        yield "showing an error scrolls the page"

    lesson.write_text(text)
    page.wait_for_selector(PANEL, state="detached")
    if page.inner_text("main").count("Many more words"):
        yield "the page does not show the corrected lesson"


def main():
    url, lesson = sys.argv[1], Path(sys.argv[2])
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 800, "height": 600})
        page.set_default_timeout(60000)
        page.on("console", lambda message: found.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: found.append(f"script: {error}"))
        found += problems(page, url, lesson)
        browser.close()
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


sys.exit(main())
