"""Checks the search by keyboard: opening, closing, searching and following a result."""

import json
import re

from playwright.sync_api import Error


def problems(page, site):
    if not page.query_selector(".search-button"):
        return
    query, target = last_page(site)
    page.keyboard.press("/")
    if page.evaluate("document.activeElement.type") != "search":
        yield "search", "/ does not open the search"
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    if page.query_selector("dialog.search[open]"):
        yield "search", "Escape does not close the search"
    page.keyboard.press("/")
    page.keyboard.type(query)
    try:
        page.wait_for_selector(".search li a")
    except Error:
        yield "search", f"no results for {query!r}"
        return
    status = page.text_content(".search-status")
    if not re.search(r"\d", status):
        yield "search", f"the status is {status!r}, without a number"
    if not page.query_selector(".search mark"):
        yield "search", "no word is highlighted"
    page.keyboard.press("ArrowDown")
    if page.evaluate("document.activeElement.tagName") != "A":
        yield "search", "ArrowDown does not move from the field to the results"
    address = page.evaluate("document.activeElement.getAttribute('href')").split("#")[0]
    if address != target:
        yield "search", f"{query!r} lists {address} before {target}"
    page.keyboard.press("ArrowUp")
    if page.evaluate("document.activeElement.type") != "search":
        yield "search", "ArrowUp does not return to the field"
    page.keyboard.press("Enter")
    try:
        page.wait_for_url(lambda url: url.split("#")[0].endswith("/" + target))
    except Error:
        yield "search", f"Enter opens {page.url}"


def last_page(site):
    """The title and the file of the last page in the index, so that all pieces must be loaded."""
    last = sorted((site / "search").glob("*.js"), key=lambda piece: int(piece.stem))[-1]
    text = last.read_text("utf-8")
    pages = json.loads(text[text.index("...") + 3 : text.rindex(")")])
    return pages[-1][1], pages[-1][0]
