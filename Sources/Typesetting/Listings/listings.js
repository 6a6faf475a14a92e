// Calls highlight.js for Gradus, with Swift's newer keywords and nested interpolations added.

// Throw errors instead of ignoring them.
hljs.debugMode();

(function (swift) {
  swift.keywords.keyword += " #available #unavailable #warning #error actor any async await borrowing" +
    " consume consuming each isolated macro nonisolated package repeat sending some unsafe";
  var parentheses = { begin: /\(/, end: /\)/ };
  var quotation = { className: "string", begin: /"/, end: /"/, contains: [hljs.BACKSLASH_ESCAPE] };
  parentheses.contains = ["self", quotation];
  swift.contains.forEach(function (mode) {
    if (mode.className !== "string") return;
    // Interpolations first: their start could be parsed as an escaped character.
    mode.contains.reverse();
    mode.contains.forEach(function (inner) {
      if (inner.className === "subst") inner.contains.push(parentheses, quotation);
    });
  });
})(hljs.getLanguage("swift"));

function highlight(code, language) {
  return hljs.highlight(language, code, true).value;
}
