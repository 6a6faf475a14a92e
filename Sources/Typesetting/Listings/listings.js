// How Gradus uses highlight.js: as it is, with Swift's younger words and nested interpolations.

// Errors are thrown, not swallowed.
hljs.debugMode();

(function (swift) {
  swift.keywords.keyword += " #available #unavailable #warning #error actor any async await borrowing" +
    " consume consuming each isolated macro nonisolated package repeat sending some unsafe";
  var parentheses = { begin: /\(/, end: /\)/ };
  var quotation = { className: "string", begin: /"/, end: /"/, contains: [hljs.BACKSLASH_ESCAPE] };
  parentheses.contains = ["self", quotation];
  swift.contains.forEach(function (mode) {
    if (mode.className !== "string") return;
    // Interpolations first: their opening would pass for an escaped character.
    mode.contains.reverse();
    mode.contains.forEach(function (inner) {
      if (inner.className === "subst") inner.contains.push(parentheses, quotation);
    });
  });
})(hljs.getLanguage("swift"));

function mark(code, language) {
  return hljs.highlight(language, code, true).value;
}
