"""Opens every page of a site in Chromium and says what is wrong with it.

    python check.py SITE [PAGE[=PART]…]

PART is one of the files beside this one: only that is looked at. Each problem is a line, `PAGE: CHECK: what`; the exit code is 1 if there is one. Nothing is fetched:
whatever asks for something outside the site is refused and reported.

A page is opened four times, and each time all is looked at that can be seen there. Pages are looked at
side by side, by as many browsers as there are processors.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue

from playwright.sync_api import Error, sync_playwright

import accessibility
import claims
import direction
import keyboard
import layout
import marks
import paper
import plain
import search
import validity
from visit import noise, opened

# What is looked at in each window, in this order: the search leaves the page.
VISITS = (
    ({"width": 1440}, {}, (layout, direction, keyboard, marks, claims, accessibility, search)),
    ({"width": 768}, {}, (layout, direction, paper)),
    ({"width": 360}, {"has_touch": True}, (layout, direction, marks, claims, accessibility, search)),
    ({"width": 768}, {"java_script_enabled": False}, (plain,)),
)


def problems(browser, site, name, only):
    """What is wrong with a page, or what one part finds."""
    for size, options, parts in VISITS:
        parts = [part for part in parts if only in ("", part.__name__)]
        if not parts:
            continue
        viewport = {"height": 900, **size}
        with opened(browser, site / name, viewport=viewport, **options) as page:
            for part in parts:
                try:
                    yield from part.problems(page, site)
                except Error as error:
                    # A part that cannot go on has found something.
                    yield part.__name__, str(error).splitlines()[0]
            yield from noise(page, site)


def look(site, queue):
    """Looks at the pages of a queue, one after the other, in a browser of its own."""
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        while True:
            try:
                name, only = queue.get_nowait()
            except Empty:
                return found
            for check, words in problems(browser, site, name, only):
                found.append((name, check, words))


def main() -> int:
    site = Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:] or [path.name for path in site.glob("*.html")]
    pages = [(name, part) for name, _, part in (words.partition("=") for words in wanted)]
    # Long pages first, so that no browser is left alone with one at the end.
    pages.sort(key=lambda page: -(site / page[0]).stat().st_size)
    queue = SimpleQueue()
    for page in pages:
        queue.put(page)
    browsers = min(os.cpu_count(), len(pages))
    with ThreadPoolExecutor(browsers + 1) as threads:
        names = [name for name, part in pages if part in ("", "validity")]
        seen = [threads.submit(validity.problems, site, names)]
        seen += [threads.submit(look, site, queue) for _ in range(browsers)]
        found = {problem for part in seen for problem in part.result()}
    for page, check, words in sorted(found):
        print(f"{page}: {check}: {words}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
