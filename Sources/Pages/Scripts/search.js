// Search with an index that is loaded on first use; it also works on pages opened as files.
const place = document.querySelector(".tools");
if (place) {
  const status = element("p", { ...speech, role: "status", className: "search-status" });
  const list = element("ol");
  const input = element("input", {
    type: "search", "aria-label": words.search, placeholder: words.search, autocomplete: "off",
    spellcheck: false,
  });
  if (speech.lang) input.lang = speech.lang;
  const close = element("button", { ...speech, className: "search-close", textContent: words.close });
  const dialog = element("dialog", { className: "search", "aria-label": words.search },
    element("div", { className: "search-line" }, input, close), status, list);
  const button = element("button", { ...speech, className: "search-button" }, words.search,
    element("kbd", { textContent: "/", "aria-hidden": "true" }));
  place.append(button);
  document.body.append(dialog);

  let loaded;
  const load = () => loaded ??= Promise.all(pieces.map((src) => new Promise((done) => {
    document.head.append(element("script", { src, onload: done, onerror: done }));
  })));

  const update = async () => {
    await load();
    const wanted = terms(input.value);
    const hits = wanted.length ? search(window.searchIndex ?? [], wanted) : [];
    const count = hits.length === 0 ? words.nothingFound : words.found.replace("{1}", hits.length);
    status.textContent = wanted.length ? count : words.searchHelp;
    list.replaceChildren(...hits.slice(0, 30).map((hit) => entry(hit, wanted)));
  };
  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.select();
    update();
  };

  button.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  input.addEventListener("input", update);
  list.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=range], [type=radio]), textarea, select");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    if (event.key === "Enter" && event.target === input) links[0]?.click();
    if (event.key === "Escape") {
      // Otherwise Escape would only clear the field, and the field would keep the focus for a moment.
      event.preventDefault();
      event.target.blur();
      dialog.close();
    }
    walk(event, [input, ...links], { ArrowDown: 1, ArrowUp: -1 })?.focus();
  });
}

// The words of a query; Chinese and Japanese have no spaces, so each pair of characters is a word.
function terms(query) {
  const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu;
  const pairs = (run) => run.length < 2
    ? [run] : [...run].slice(1).map((_, index) => [...run].slice(index, index + 2).join(""));
  const text = query.normalize("NFKC").toLowerCase();
  const plain = text.replace(cjk, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...plain.map(stem), ...(text.match(cjk) ?? []).flatMap(pairs)];
}

// "gradients" finds "gradient", "vanishing" finds "vanishes".
function stem(word) {
  return word.replace(/(?<=\w{4})(ing|ed|es|s)$/, "").replace(/(?<=\w{3})s$/, "");
}

// The position of a word in a text, from an offset on; Chinese words can begin anywhere.
function find(text, term, from = 0) {
  const at = text.indexOf(term, from);
  const inside = at > 0 && /[a-z0-9à-ÿ]/.test(term[0]) && /[\p{L}\p{N}]/u.test(text[at - 1]);
  return inside ? find(text, term, at + 1) : at;
}

// The passages that contain all words, in their text or in their page's title, best matches first.
function search(index, wanted) {
  const hits = [];
  for (const [page, title, keywords, passages] of index) {
    passages.forEach(([anchor, heading, text], number) => {
      const fields = [[title, 8], [number ? "" : keywords, 5], [heading, 6], [text, 1]]
        .map(([words, weight]) => [words.toLowerCase(), weight]);
      const worth = wanted.map((term) => sum(fields.map(
        ([words, weight]) => find(words, term) < 0 ? 0 : weight)));
      const own = number === 0 || wanted.some((term) => find(fields[2][0] + " " + fields[3][0], term) >= 0);
      if (own && worth.every((value) => value > 0)) {
        hits.push({ score: sum(worth), page, anchor, title, heading, text: text || keywords });
      }
    });
  }
  return hits.sort((a, b) => b.score - a.score);
}

function sum(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

function entry({ page, anchor, title, heading, text }, wanted) {
  const first = Math.min(...wanted.map((term) => find(text.toLowerCase(), term)).filter((at) => at >= 0));
  const at = Number.isFinite(first) ? first : 0;
  const start = text.lastIndexOf(" ", Math.max(0, at - 50)) + 1;
  const from = at - start > 90 ? at - 30 : start;
  return element("li", {}, element("a", { href: page + (anchor && "#" + encodeURIComponent(anchor)) },
    element("b", {}, ...marked(heading ? `${title} · ${heading}` : title, wanted)),
    element("p", {}, from > 0 ? "… " : "", ...marked(text.slice(from, from + 170), wanted), " …")));
}

// A text with the words of the query marked.
function marked(text, wanted) {
  const pieces = [];
  const lower = text.toLowerCase();
  let end = 0;
  while (end < text.length) {
    const [next] = wanted.map((term) => [find(lower, term, end), term])
      .filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0] || b[1].length - a[1].length);
    if (!next) break;
    pieces.push(text.slice(end, next[0]), element("mark", { textContent: text.substr(next[0], next[1].length) }));
    end = next[0] + next[1].length;
  }
  return [...pieces, text.slice(end)];
}
