"""Checks the layout at one width, light and dark: overflow, layout shift, text size and contrast."""

SCHEMES = ("light", "dark")

# The last element that is wider than the window and not in a scrolling box.
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
  return wide ? wide.outerHTML.slice(0, 120) : 'an absolutely positioned element';
}"""

SHIFT = """() => new Promise((done) => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 120);
})"""

# Text in charts that is smaller than 11 px on the screen.
SMALL = """() => [...document.querySelectorAll('svg.chart text, svg.chart tspan')].flatMap((text) => {
  const svg = text.ownerSVGElement;
  const box = svg.getBoundingClientRect();
  if (box.width === 0 || !text.textContent.trim()) return [];
  const scale = box.width / svg.viewBox.baseVal.width;
  const size = parseFloat(getComputedStyle(text).fontSize) * scale;
  return size < 10.99 ? [`${size.toFixed(1)} px: ${text.textContent}`] : [];
})"""

# Marks of charts with a contrast below 3:1 to the page, and text below 4.5:1, except text inside the cells
# of a heat map.
FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const bytes = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const luminance = (bytes) => {
    const [r, g, b] = bytes.slice(0, 3).map((byte) => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = luminance(bytes(getComputedStyle(document.body).backgroundColor));
  const contrast = (colour, opacity) => {
    const all = bytes(colour);
    if (colour === 'none' || all[3] < 250 || parseFloat(opacity) < 0.99) return 0;
    const own = luminance(all);
    return (Math.max(own, background) + 0.05) / (Math.min(own, background) + 0.05);
  };
  const faint = (selector, least, best) => [...document.querySelectorAll(selector)].flatMap((mark) => {
    if (mark.getBoundingClientRect().width + mark.getBoundingClientRect().height === 0) return [];
    const found = best(getComputedStyle(mark));
    return found < least ? [`${found.toFixed(1)}:1 ${mark.outerHTML.slice(0, 100)}`] : [];
  });
  const fill = (style) => contrast(style.fill, style.fillOpacity);
  return [
    ...faint('svg.chart :is(.line, .dot, .bar, .gap, .arrow, .rule)', 3,
      (style) => Math.max(fill(style), contrast(style.stroke, style.strokeOpacity))),
    ...faint('svg.chart text:not(.inside)', 4.5, fill),
  ];
}"""


ALL = f"async () => [await ({SHIFT})(), ({SIDEWAYS})(), ({SMALL})(), ({FAINT})()]"


def problems(page, site):
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        place = f"{page.viewport_size['width']} px, {scheme}: "
        shift, wide, small, faint = page.evaluate(ALL)
        if shift > 0.001:
            yield "shift", f"{place}{shift:.3f}"
        if wide:
            yield "sideways", place + wide
        for text in small:
            yield "small", place + text
        for mark in faint:
            yield "faint", place + mark
    if page.viewport_size["width"] < 400:
        yield from enlarged(page)


def enlarged(page):
    """Checks for overflow at 320 px with text of twice the size (WCAG 2.2, 1.4.4 and 1.4.10)."""
    own = page.viewport_size
    page.set_viewport_size({"width": 320, "height": own["height"]})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    # Formulas are exempt: they need two dimensions.
    page.evaluate("for (const it of document.querySelectorAll('.katex')) it.style.display = 'none'")
    wide = page.evaluate(SIDEWAYS)
    if wide:
        yield "sideways", f"320 px, 200%: {wide}"
    page.evaluate("for (const it of document.querySelectorAll('.katex')) it.style.display = ''")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(own)
