// How Gradus uses KaTeX. No formula can name an address, a file, a class or a style.

// The one method that KaTeX calls and Duktape lacks.
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
    // This KaTeX does not count what these two expand.
    macros: {
      "\\edef": function () { refuse("\\edef"); },
      "\\xdef": function () { refuse("\\xdef"); }
    }
  };
}

// A formula's markup; or "!", where it is wrong, and what is wrong.
function typeset(tex, mode) {
  try {
    return katex.renderToString(tex, settings(mode));
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    return complaint(error, tex);
  }
}

function complaint(error, tex) {
  var message = error.message.replace("KaTeX parse error: ", "");
  var cut = /^([^]*?) at (?:position \d+|end of input): ([^]*)$/.exec(message);
  var words = (error.position !== undefined && cut ? cut[1] : message)
    .replace(/^LaTeX-incompatible input and strict mode is set to 'error': ([^]*) \[\w+\]$/, "$1")
    .replace(" or need to increase maxExpand setting", "");
  var start = place(error.position, cut && cut[2], words, tex);
  // KaTeX shows half of a character that takes two units.
  words = words.replace(/"[\uD800-\uDBFF]" \(\d+\)/, '"' + tex.substr(start, 2) + '"');
  return "!" + start + " " + words;
}

// Where the formula is wrong. KaTeX's position may be one in the text of a macro of its own; then
// what KaTeX shows of the surroundings does not stand there in the formula. Where KaTeX names no
// position, the command that it names has one.
function place(position, shown, words, tex) {
  if (position === undefined) {
    var command = /^\\[a-zA-Z]+/.exec(words);
    return command ? Math.max(tex.indexOf(command[0]), 0) : 0;
  }
  var around = shown.replace(/\u0332/g, "").replace(/…$/, "");
  if (position > 15) around = around.substr(1);
  return tex.substr(Math.max(position - 15, 0), around.length) === around ? position : 0;
}
