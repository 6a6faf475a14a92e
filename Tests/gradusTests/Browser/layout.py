"""How a page stands at a width, light and dark: nothing sideways, no shift, marks and letters that show."""

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

# Marks of drawings whose ink has less than 3:1 against the paper, and letters that have less than 4.5:1;
# those inside a cell stand on its colour.
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
        for words in small:
            yield "small", place + words
        for words in faint:
            yield "faint", place + words
    if page.viewport_size["width"] < 400:
        yield from enlarged(page)


def enlarged(page):
    """Letters of twice the size in the narrowest window (WCAG 2.2, 1.4.4 and 1.4.10)."""
    own = page.viewport_size
    page.set_viewport_size({"width": 320, "height": own["height"]})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    # A formula needs both dimensions.
    page.evaluate("for (const it of document.querySelectorAll('.katex')) it.style.display = 'none'")
    wide = page.evaluate(SIDEWAYS)
    if wide:
        yield "sideways", f"320 px, 200%: {wide}"
    page.evaluate("for (const it of document.querySelectorAll('.katex')) it.style.display = ''")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(own)
