// Calls KaTeX for Gradus. Formulas cannot contain addresses, files, classes or styles.

// The only method that KaTeX uses and Duktape lacks.
if (!Array.prototype.fill) {
  Object.defineProperty(Array.prototype, "fill", {
    value: function (value) {
      for (var i = 0; i < this.length; i++) this[i] = value;
      return this;
    }
  });
}

function refuse(command) {
  throw new katex.ParseError(command + " is not allowed here");
}

function settings(mode) {
  return {
    displayMode: mode === "display",
    output: "htmlAndMathml",
    maxExpand: 1000,
    maxSize: 100,
    trust: function (context) { refuse(context.command); },
    strict: function (code) {
      return code === "unicodeTextInMathMode" || code === "htmlExtension" ? "ignore" : "error";
    },
    // This version of KaTeX does not count the expansions of these two.
    macros: {
      "\\edef": function () { refuse("\\edef"); },
      "\\xdef": function () { refuse("\\xdef"); }
    }
  };
}

// Returns a formula's markup or, for an invalid formula, "!", the offset and the message.
function typeset(tex, mode) {
  try {
    return katex.renderToString(tex, settings(mode));
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    return describe(error, tex);
  }
}

function describe(error, tex) {
  var message = error.message.replace("KaTeX parse error: ", "");
  var cut = /^([^]*?) at (?:position \d+|end of input): ([^]*)$/.exec(message);
  var text = (error.position !== undefined && cut ? cut[1] : message)
    .replace(/^LaTeX-incompatible input and strict mode is set to 'error': ([^]*) \[\w+\]$/, "$1")
    .replace(" or need to increase maxExpand setting", "");
  var start = offset(error.position, cut && cut[2], text, tex);
  // KaTeX shows only half of a character that consists of two code units.
  text = text.replace(/"[\uD800-\uDBFF]" \(\d+\)/, '"' + tex.substr(start, 2) + '"');
  return "!" + start + " " + text;
}

// Returns the offset of an error. KaTeX's position can refer to the expansion of a macro; then the
// context that KaTeX shows does not occur at that position in the formula. If KaTeX gives no
// position, that of the command in its message is used.
function offset(position, shown, text, tex) {
  if (position === undefined) {
    var command = /^\\[a-zA-Z]+/.exec(text);
    return command ? Math.max(tex.indexOf(command[0]), 0) : 0;
  }
  var context = shown.replace(/\u0332/g, "").replace(/…$/, "");
  if (position > 15) context = context.substr(1);
  return tex.substr(Math.max(position - 15, 0), context.length) === context ? position : 0;
}
