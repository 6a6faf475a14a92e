"""Opens every page of a site in Chromium and says what is wrong with it.

    python check.py SITE [PAGE[=PART]…]

PART is one of the files beside this one: only that is looked at. Each problem is a line, `PAGE: CHECK: what`; the exit code is 1 if there is one. Nothing is fetched:
whatever asks for something outside the site is refused and reported.
"""

import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

import accessibility
import keyboard
import layout
import reading
import validity


PARTS = (layout, reading, keyboard, accessibility)


def tried(part, browser, path):
    """A part's problems; that it could not go on is one."""
    try:
        return part.problems(browser, path)
    except Error as error:
        return [(path.name, part.__name__, str(error).splitlines()[0])]


def tell(problems):
    for page, check, words in sorted(set(problems)):
        print(f"{page}: {check}: {words}", flush=True)


def main() -> int:
    site = Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:] or sorted(path.name for path in site.glob("*.html"))
    pages = [(name, part) for name, _, part in (words.partition("=") for words in wanted)]
    problems = validity.problems(site, [n for n, part in pages if part in ("", "validity")])
    tell(problems)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        for name, only in pages:
            for part in PARTS:
                if only in ("", part.__name__):
                    found = tried(part, browser, site / name)
                    tell(found)
                    problems += found
        browser.close()
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
