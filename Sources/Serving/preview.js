{
const shown = document.currentScript.dataset.site;
const memory = 'gradus-preview';
const panel = document.createElement('div');
panel.id = 'gradus-preview';
const shadow = panel.attachShadow({ mode: 'open' });
document.documentElement.append(panel);

const element = (tag, name = '', text = '') => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
};

const excerpt = (problem) => {
  const listing = element('pre');
  problem.excerpt.forEach((text, index) => {
    const line = problem.firstLine + index;
    const tag = line === problem.line ? 'mark' : 'span';
    listing.append(element(tag, '', `${String(line).padStart(5)}  ${text}\n`));
  });
  return listing;
};

const section = (problem) => {
  const made = element('section');
  made.append(
    element('p', 'place', problem.place),
    element('p', 'summary', `${problem.severity}: ${problem.summary}`));
  if (problem.help) made.append(element('p', 'help', problem.help));
  if (problem.excerpt.length) made.append(excerpt(problem));
  return made;
};

const show = (status) => {
  const style = element('style', '', previewStyle);
  const errors = status.problems.filter((problem) => problem.severity === 'error');
  shadow.replaceChildren(style);
  if (errors.length) {
    const list = element('aside');
    list.setAttribute('role', 'alert');
    list.append(...errors.map(section));
    shadow.append(list);
  }
  if (status.isBuilding) shadow.append(element('p', 'busy', 'building …'));
};

// The scroll position relative to the last element with an id above the window's top, so that text
// added further up does not move the page.
const anchors = () => [...document.querySelectorAll('main [id]')]
  .filter((target) => target.getClientRects().length);
const reload = () => {
  const above = anchors().filter((target) => target.getBoundingClientRect().top <= 1).pop();
  const folds = [...document.querySelectorAll('main details')].map((fold) => fold.open);
  const place = {
    path: location.pathname, top: scrollY, name: above?.id,
    offset: above?.getBoundingClientRect().top, folds,
  };
  sessionStorage.setItem(memory, JSON.stringify(place));
  history.scrollRestoration = 'manual';
  location.reload();
};

const restore = (place) => {
  const target = place.name && document.getElementById(place.name);
  const top = target
    ? scrollY + target.getBoundingClientRect().top - place.offset : place.top;
  scrollTo({ top, behavior: 'instant' });
};

const place = JSON.parse(sessionStorage.getItem(memory) ?? 'null');
sessionStorage.removeItem(memory);
if (place?.path === location.pathname) {
  const folds = [...document.querySelectorAll('main details')];
  if (folds.length === place.folds.length) folds.forEach((fold, i) => fold.open = place.folds[i]);
  restore(place);
  // Fonts and pictures can still move the text above.
  if (document.readyState !== 'complete') addEventListener('load', () => restore(place));
}
history.scrollRestoration = 'auto';

// A browser opens few connections to one server, so hidden pages do not hold one.
const visible = () => new Promise((resolve) => {
  const check = () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', check);
    resolve();
  };
  document.addEventListener('visibilitychange', check);
  check();
});

const poll = async () => {
  let mark = '';
  for (;;) {
    await visible();
    const controller = new AbortController();
    const hide = () => document.visibilityState === 'hidden' && controller.abort();
    document.addEventListener('visibilitychange', hide);
    try {
      const answer = await fetch(`/-/status?after=${mark}`, { signal: controller.signal });
      const status = await answer.json();
      mark = status.mark;
      if (status.site && status.site !== shown) return reload();
      show(status);
    } catch {
      // The server has stopped, or is being rebuilt.
      await new Promise((resolve) => setTimeout(resolve, 300));
    } finally {
      document.removeEventListener('visibilitychange', hide);
    }
  }
};
poll();
}
