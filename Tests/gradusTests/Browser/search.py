"""The search by the keyboard alone: opened, left, asked, and followed to what it finds."""

import json
import re

from playwright.sync_api import Error


def problems(page, site):
    if not page.query_selector(".search-button"):
        return
    query, target = wanted(site)
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
        yield "search", f"nothing is found for {query!r}"
        return
    status = page.text_content(".search-status")
    if not re.search(r"\d", status):
        yield "search", f"the status says {status!r}"
    if not page.query_selector(".search mark"):
        yield "search", "no word is marked"
    page.keyboard.press("ArrowDown")
    if page.evaluate("document.activeElement.tagName") != "A":
        yield "search", "no way from the field to the finds"
    address = page.evaluate("document.activeElement.getAttribute('href')").split("#")[0]
    if address != target:
        yield "search", f"{query!r} finds {address} before {target}"
    page.keyboard.press("ArrowUp")
    if page.evaluate("document.activeElement.type") != "search":
        yield "search", "no way back to the field"
    page.keyboard.press("Enter")
    try:
        page.wait_for_url(lambda url: url.split("#")[0].endswith("/" + target))
    except Error:
        yield "search", f"Enter leads to {page.url}"


def wanted(site):
    """A page's whole title, and the page: the last one of the index, so that all pieces are read."""
    last = sorted((site / "search").glob("*.js"), key=lambda piece: int(piece.stem))[-1]
    text = last.read_text("utf-8")
    pages = json.loads(text[text.index("...") + 3 : text.rindex(")")])
    return pages[-1][1], pages[-1][0]
