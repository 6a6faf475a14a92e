extension ForeignForm {
  /// TeX outside formulas; prose has the escapes of brackets as the characters 1 to 4.
  static let tex = [
    ForeignForm(
      "an environment of TeX outside a formula", in: ["\\begin{"], /(\\begin\{([A-Za-z]+\*?)\})/,
      severity: .error
    ) { environment($0[1]) },
    ForeignForm(
      "a display of TeX", in: ["\u{3}"],
      /(\x03\x03(?:\s+[A-Za-z0-9]\s+\x04\x04|\s*(?:$|[^\x03\x04]*?(?:\\[A-Za-z]|[\^_=])[^\x03\x04]*?\x04\x04)))/,
      severity: .error, help: "write $$ … $$"),
    ForeignForm(
      "a formula of TeX", in: ["\u{1}"],
      /(?:^|[^\]])(\x01\x01\s*(?:[A-Za-z0-9]|[^\x01\x02\n]*?(?:\\[A-Za-z]|[\^_=<>+])[^\x01\x02\n]*?)\s*\x02\x02)/,
      severity: .error
    ) { "write $\($0[0].dropFirst(2).dropLast(2).withoutBlanksAround)$" },
    ForeignForm(
      "a reference of TeX", in: ["ref{"], /(\\((?:eq|c|C|auto|page|name)?ref)\{([^{}\n]*)\})/
    ) { reference(toLabel: $0[2], by: $0[1]) },
    ForeignForm(
      "a citation of TeX", in: ["\\cite"], /(\\cite[a-z]*\*?(?:\[[^\]\n]*\])?\{([^{}\n]*)\})/
    ) { "write [@\($0[1].split { $0 == "," || $0 == " " }.joined(separator: "; @"))]" },
    ForeignForm(
      "a label of TeX", in: ["\\label"], /(\\label\{([^{}\n]*)\})/
    ) {
      "give the heading its name, '## Words {#\(bare($0[1]))}', or a formula, '$$ … $$ {#eq:\(bare($0[1]))}'"
    },
    ForeignForm(
      "a command of TeX", in: ["\\"],
      /(?:^|[^\w\\:\/])(\\((?:text(?:bf|it|tt|sc|sf)|emph|texttt|underline|footnote|section|subsection|chapter|caption|url|href|item|noindent|newpage|pagebreak|clearpage|hspace|vspace|includegraphics|usepackage|newcommand))\b(?:\{[^{}\n]*\}|\[[^\[\]\n]*\]|[\^_][A-Za-z0-9])*)/
    ) { command($0[1]) },
    ForeignForm(
      "TeX outside a formula", in: ["\\"],
      /(?:^|[^\w\\:\/])(\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|theta|lambda|mu|sigma|omega|phi|eta|pi|rho|tau|Delta|Sigma|Omega|nabla|partial|infty|sum|prod|int|times|cdot|cdots|ldots|dots|leq|geq|le|ge|neq|approx|to|rightarrow|Rightarrow|in|pm|sqrt|frac|mathbf|mathbb|mathcal|mathrm|hat|bar|tilde|vec|left|right|log|exp|max|min|lim)(?![A-Za-z])(?:\{[^{}\n]*\}|\[[^\[\]\n]*\]|[\^_][A-Za-z0-9])*)/
    ) { "write a formula: $\($0[0].prefix(30))$" },
  ]

  private static func environment(_ name: String) -> String {
    switch name {
    case "align", "align*", "eqnarray", "eqnarray*", "split":
      "write $$ \\begin{aligned} … \\end{aligned} $$"
    case "gather", "gather*", "multline", "multline*":
      "write $$ \\begin{gathered} … \\end{gathered} $$"
    case "equation", "equation*", "displaymath", "math": "write $$ … $$"
    case "itemize", "enumerate": "write a list: '- item' or '1. item'"
    case "figure", "table", "tabular", "center", "quote", "verbatim", "document", "lstlisting":
      "write it in Markdown: a list, a pipe table, '> words' or a fence of ```"
    default: "write it inside $$ … $$"
    }
  }

  private static func reference(toLabel label: String, by command: String) -> String {
    command == "eqref" || label.hasPrefix("eq:")
      ? "write [](eq:\(bare(label)))"
      : label.hasPrefix("fig:")
        ? "write [](fig:\(bare(label)))"
        : label.hasPrefix("tab:") || label.hasPrefix("tbl:")
          ? "write [](tbl:\(bare(label)))"
          : "write [](#\(bare(label))), [](fig:name) or [](eq:name)"
  }

  private static func bare(_ label: String) -> String {
    label.split(separator: ":").last.map(String.init) ?? label
  }

  private static func command(_ name: String) -> String {
    switch name {
    case "textbf": "write **words**"
    case "emph", "textit", "underline": "write *words*"
    case "texttt", "texttt ": "write `code`"
    case "footnote": "write [^name] here, and on a line of its own: [^name]: the words"
    case "section", "subsection", "chapter": "write '## Words'"
    case "url", "href": "write [words](address)"
    case "item": "write '- item'"
    case "includegraphics": "write ![words](file)"
    default: "leave it out: a lesson is Markdown, and TeX belongs in formulas"
    }
  }
}
