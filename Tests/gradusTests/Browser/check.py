"""Checks every page of a site in Chromium.

    python check.py SITE [PAGE[=PART]…]

PART is one of the modules in this folder; only that module checks the page. Each problem is printed as a
line `PAGE: CHECK: description`; the exit code is 1 if there are any. The network is disabled: requests
outside the site fail and are reported.

Each page is opened in four windows, and each window runs the checks that apply to it. Pages are checked
concurrently, with one browser per processor.
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
from visit import errors_and_requests, opened

# The checks in each window, in this order: the search leaves the page.
VISITS = (
    ({"width": 1440}, {}, (layout, direction, keyboard, marks, claims, accessibility, search)),
    ({"width": 768}, {}, (layout, direction, paper)),
    ({"width": 360}, {"has_touch": True}, (layout, direction, marks, claims, accessibility, search)),
    ({"width": 768}, {"java_script_enabled": False}, (plain,)),
)


def problems(browser, site, name, only):
    """The problems of a page, found by all modules or by one."""
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
                    # A check that cannot continue is a problem too.
                    yield part.__name__, str(error).splitlines()[0]
            yield from errors_and_requests(page, site)


def check_pages(site, queue):
    """Checks the pages of a queue, one after the other, in a separate browser."""
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
            for check, problem in problems(browser, site, name, only):
                found.append((name, check, problem))


def main() -> int:
    site = Path(sys.argv[1]).resolve()
    arguments = sys.argv[2:] or [path.name for path in site.glob("*.html")]
    pages = [(name, part) for name, _, part in (argument.partition("=") for argument in arguments)]
    # Large pages first, so that no browser is still busy with one at the end.
    pages.sort(key=lambda page: -(site / page[0]).stat().st_size)
    queue = SimpleQueue()
    for page in pages:
        queue.put(page)
    browsers = min(os.cpu_count(), len(pages))
    with ThreadPoolExecutor(browsers + 1) as threads:
        names = [name for name, part in pages if part in ("", "validity")]
        results = [threads.submit(validity.problems, site, names)]
        results += [threads.submit(check_pages, site, queue) for _ in range(browsers)]
        found = {problem for result in results for problem in result.result()}
    for page, check, problem in sorted(found):
        print(f"{page}: {check}: {problem}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
