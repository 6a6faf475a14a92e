"""How a page stands at three widths, light and dark: nothing sideways, no shift, marks that show."""

from contextlib import contextmanager

WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")

# What is wider than the window and in no box that scrolls.
SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return null;
  const escapes = (element) => {
    if (!element.checkVisibility() || element.getBoundingClientRect().right <= room + 1) return false;
    for (let box = element.parentElement; box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return false;
    return true;
  };
  const wide = [...document.body.querySelectorAll('*')].findLast(escapes);
  return wide ? wide.outerHTML.slice(0, 120) : 'something that is placed by itself';
}"""

SHIFT = """() => new Promise((done) => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 120);
})"""

# Letters of drawings, by their size on the screen.
SMALL = """() => [...document.querySelectorAll('svg.chart text, svg.chart tspan')].flatMap((text) => {
  const svg = text.ownerSVGElement;
  const box = svg.getBoundingClientRect();
  if (box.width === 0 || !text.textContent.trim()) return [];
  const scale = box.width / svg.viewBox.baseVal.width;
  const size = parseFloat(getComputedStyle(text).fontSize) * scale;
  return size < 10.99 ? [`${size.toFixed(1)} px: ${text.textContent}`] : [];
})"""

# Marks of drawings whose ink has less than 3:1 against the paper.
FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const bytes = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (bytes) => {
    const [r, g, b] = bytes.slice(0, 3).map((byte) => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(bytes(getComputedStyle(document.body).backgroundColor));
  const contrast = (colour, opacity) => {
    const all = bytes(colour);
    if (colour === 'none' || all[3] < 250 || parseFloat(opacity) < 0.99) return 0;
    const ink = light(all);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  };
  const marks = document.querySelectorAll('svg.chart :is(.line, .dot, .bar, .gap, .arrow, .rule)');
  return [...marks].flatMap((mark) => {
    if (mark.getBoundingClientRect().width + mark.getBoundingClientRect().height === 0) return [];
    const style = getComputedStyle(mark);
    const best = Math.max(
      contrast(style.fill, style.fillOpacity), contrast(style.stroke, style.strokeOpacity));
    return best < 3 ? [`${best.toFixed(1)}:1 ${mark.outerHTML.slice(0, 100)}`] : [];
  });
}"""


@contextmanager
def opened(browser, path, width=1440, scheme="light", **options):
    """A page with all that it asked for and said in `page.asked` and `page.said`."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, **options
    )
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


def problems(browser, path):
    found = []
    root = path.parent.as_uri() + "/"

    def note(check, words):
        found.append((path.name, check, words))

    for width in WIDTHS:
        for scheme in SCHEMES:
            with opened(browser, path, width, scheme) as page:
                place = f"{width} px, {scheme}: "
                shift = page.evaluate(SHIFT)
                if shift > 0.001:
                    note("shift", f"{place}{shift:.3f}")
                wide = page.evaluate(SIDEWAYS)
                if wide:
                    note("sideways", place + wide)
                for words in page.evaluate(SMALL):
                    note("small", place + words)
                for words in page.evaluate(FAINT):
                    note("faint", place + words)
                for words in page.said:
                    note("console", words)
                for url in page.asked:
                    if not url.startswith((root, "data:")):
                        note("outside", url)
    return found
