"""A page in a window of its own, with all that it asks for and complains of."""

from contextlib import contextmanager


@contextmanager
def opened(browser, path, **options):
    """A loaded page; `page.asked` and `page.said` grow with what it does."""
    context = browser.new_context(**options)
    context.set_default_timeout(20000)
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("requestfailed", lambda request: page.said.append(f"failed: {request.url}"))
    page.on("console", lambda line: page.said.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(path.as_uri())
    try:
        yield page
    finally:
        context.close()


def noise(page, site):
    """What a page complained of, and what it asked for outside its site."""
    root = site.as_uri() + "/"
    for words in page.said:
        yield "console", words
    for url in page.asked:
        if not url.startswith((root, "data:")):
            yield "outside", url
