"""Checks the layout of right-to-left pages; other pages have no problems here."""

FOUND = """() => {
  if (document.documentElement.dir !== 'rtl') return [];
  const found = [];
  const style = (element) => getComputedStyle(element);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const report = (problem, element) => found.push(`${problem}: ${element.outerHTML.slice(0, 80)}`);
  for (const element of all('pre, code, samp, .katex, svg.chart, svg.chart text'))
    if (style(element).direction !== 'ltr') report('not from left to right', element);
  for (const element of all('main :is(p, li, blockquote, h1, h2, td):not([dir], [dir] *, .handbook *)'))
    if (style(element).direction !== 'rtl') report('not from right to left', element);
  for (const list of all('main .body :is(ul, ol)'))
    if (parseFloat(style(list).paddingRight) <= parseFloat(style(list).paddingLeft))
      report('list markers are on the left', list);
  for (const quote of all('blockquote, .sidenote, nav ol > li'))
    if (parseFloat(style(quote).borderRightWidth) <= parseFloat(style(quote).borderLeftWidth))
      report('the border is on the left', quote);
  const [before, after] = [document.querySelector('.prev'), document.querySelector('.next')];
  const middle = document.documentElement.clientWidth / 2;
  if (before && before.getBoundingClientRect().right < middle) report('the previous link is on the left', before);
  if (after && after.getBoundingClientRect().left > middle) report('the next link is on the right', after);
  const main = document.querySelector('main').getBoundingClientRect();
  const lessons = document.querySelector('nav.lessons');
  if (lessons && innerWidth >= 1440 && lessons.getBoundingClientRect().left < main.left)
    report('the list of lessons is on the left', lessons);
  const outline = document.querySelector('nav.contents');
  if (outline && innerWidth >= 1440 && outline.getBoundingClientRect().right > main.right)
    report('the outline is on the right', outline);
  // The text before inline code must be to the right of the code.
  for (const code of all('main p:not([dir], :not(html)[dir] *) > code')) {
    const text = code.previousSibling;
    if (text?.nodeType !== Node.TEXT_NODE || !text.data.trim()) continue;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, 1);
    const [first, box] = [range.getBoundingClientRect(), code.getBoundingClientRect()];
    if (Math.abs(first.top - box.top) < 8 && first.right <= box.left) report('the preceding text is on the left', code);
  }
  return found;
}"""


def problems(page, site):
    for problem in page.evaluate(FOUND):
        yield "direction", f"{page.viewport_size['width']} px: {problem}"
