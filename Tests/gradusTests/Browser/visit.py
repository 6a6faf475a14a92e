"""A page in a separate window, with a record of its requests and errors."""

from contextlib import contextmanager


@contextmanager
def opened(browser, path, **options):
    """Opens a page; `page.requested_urls` and `page.error_messages` record its requests and errors."""
    context = browser.new_context(**options)
    context.set_default_timeout(20000)
    page = context.new_page()
    page.requested_urls, page.error_messages = [], []
    page.on("request", lambda request: page.requested_urls.append(request.url))
    page.on("requestfailed", lambda request: page.error_messages.append(f"failed: {request.url}"))
    page.on("console", lambda line: page.error_messages.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: page.error_messages.append(str(error)))
    page.goto(path.as_uri())
    try:
        yield page
    finally:
        context.close()


def errors_and_requests(page, site):
    """The errors of a page, and its requests outside the site."""
    root = site.as_uri() + "/"
    for error in page.error_messages:
        yield "console", error
    for url in page.requested_urls:
        if not url.startswith((root, "data:")):
            yield "outside", url
