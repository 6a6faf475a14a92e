"""How a page stands whose language is written from right to left; other pages have nothing to show here."""

FOUND = """() => {
  if (document.documentElement.dir !== 'rtl') return [];
  const found = [];
  const style = (element) => getComputedStyle(element);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const say = (words, element) => found.push(`${words}: ${element.outerHTML.slice(0, 80)}`);
  for (const element of all('pre, code, samp, .katex, svg.chart, svg.chart text'))
    if (style(element).direction !== 'ltr') say('not from left to right', element);
  for (const element of all('main :is(p, li, blockquote, h1, h2, td):not([dir], [dir] *, .handbook *)'))
    if (style(element).direction !== 'rtl') say('not from right to left', element);
  for (const list of all('main .body :is(ul, ol)'))
    if (parseFloat(style(list).paddingRight) <= parseFloat(style(list).paddingLeft))
      say('the marks of a list are on the left', list);
  for (const quote of all('blockquote, .sidenote, nav ol > li'))
    if (parseFloat(style(quote).borderRightWidth) <= parseFloat(style(quote).borderLeftWidth))
      say('the edge is on the left', quote);
  const [before, after] = [document.querySelector('.prev'), document.querySelector('.next')];
  const middle = document.documentElement.clientWidth / 2;
  if (before && before.getBoundingClientRect().right < middle) say('the way back is on the left', before);
  if (after && after.getBoundingClientRect().left > middle) say('the way on is on the right', after);
  const main = document.querySelector('main').getBoundingClientRect();
  const lessons = document.querySelector('nav.lessons');
  if (lessons && innerWidth >= 1440 && lessons.getBoundingClientRect().left < main.left)
    say('the lessons are on the left', lessons);
  const outline = document.querySelector('nav.contents');
  if (outline && innerWidth >= 1440 && outline.getBoundingClientRect().right > main.right)
    say('the outline is on the right', outline);
  // The words of a sentence around code, in their order: what comes first is further to the right.
  for (const code of all('main p:not([dir]) > code')) {
    const text = code.previousSibling;
    if (text?.nodeType !== Node.TEXT_NODE || !text.data.trim()) continue;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, 1);
    const [first, box] = [range.getBoundingClientRect(), code.getBoundingClientRect()];
    if (Math.abs(first.top - box.top) < 8 && first.right <= box.left) say('before it, on the left', code);
  }
  return found;
}"""


def problems(page, site):
    for words in page.evaluate(FOUND):
        yield "direction", f"{page.viewport_size['width']} px: {words}"
