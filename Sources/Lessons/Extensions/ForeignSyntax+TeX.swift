extension ForeignSyntax {
  /// TeX outside formulas; masked prose contains escaped brackets as the characters 1 to 4.
  static let tex = [
    ForeignSyntax(
      "a TeX environment outside a formula", /(\\begin\{([A-Za-z]+\*?)\})/, in: ["\\begin{"],
      severity: .error
    ) { environment($0[1]) },
    ForeignSyntax(
      "a TeX display formula",
      /(\x03\x03(?:\s+[A-Za-z0-9]\s+\x04\x04|\s*(?:$|[^\x03\x04]*?(?:\\[A-Za-z]|[\^_=])[^\x03\x04]*?\x04\x04)))/,
      in: ["\u{3}"],
      severity: .error, help: "write $$ … $$"),
    ForeignSyntax(
      "a TeX inline formula",
      /(?:^|[^\]])(\x01\x01\s*(?:[A-Za-z0-9]|[^\x01\x02\n]*?(?:\\[A-Za-z]|[\^_=<>+])[^\x01\x02\n]*?)\s*\x02\x02)/,
      in: ["\u{1}"],
      severity: .error
    ) { "write $\($0[0].dropFirst(2).dropLast(2).trimmed)$" },
    ForeignSyntax(
      "a TeX reference", /(\\((?:eq|c|C|auto|page|name)?ref)\{([^{}\n]*)\})/, in: ["ref{"]
    ) { reference(toLabel: $0[2], by: $0[1]) },
    ForeignSyntax(
      "a TeX citation", /(\\cite[a-z]*\*?(?:\[[^\]\n]*\])?\{([^{}\n]*)\})/, in: ["\\cite"]
    ) { "write [@\($0[1].split { $0 == "," || $0 == " " }.joined(separator: "; @"))]" },
    ForeignSyntax(
      "a TeX label", /(\\label\{([^{}\n]*)\})/, in: ["\\label"]
    ) {
      "name the heading, '## Heading {#\(bare($0[1]))}', or the formula, '$$ … $$ {#eq:\(bare($0[1]))}'"
    },
    ForeignSyntax(
      "a TeX command",
      /(?:^|[^\w\\:\/])(\\((?:text(?:bf|it|tt|sc|sf)|emph|texttt|underline|footnote|section|subsection|chapter|caption|url|href|item|noindent|newpage|pagebreak|clearpage|hspace|vspace|includegraphics|usepackage|newcommand))\b(?:\{[^{}\n]*\}|\[[^\[\]\n]*\]|[\^_][A-Za-z0-9])*)/,
      in: ["\\"]
    ) { command($0[1]) },
    ForeignSyntax(
      "TeX outside a formula",
      /(?:^|[^\w\\:\/])(\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|theta|lambda|mu|sigma|omega|phi|eta|pi|rho|tau|Delta|Sigma|Omega|nabla|partial|infty|sum|prod|int|times|cdot|cdots|ldots|dots|leq|geq|le|ge|neq|approx|to|rightarrow|Rightarrow|in|pm|sqrt|frac|mathbf|mathbb|mathcal|mathrm|hat|bar|tilde|vec|left|right|log|exp|max|min|lim)(?![A-Za-z])(?:\{[^{}\n]*\}|\[[^\[\]\n]*\]|[\^_][A-Za-z0-9])*)/,
      in: ["\\"]
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
      "write it in Markdown: a list, a pipe table, '> text' or a ``` fence"
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
    case "textbf": "write **text**"
    case "emph", "textit", "underline": "write *text*"
    case "texttt", "texttt ": "write `code`"
    case "footnote": "write [^name] here, and define it on its own line: [^name]: text"
    case "section", "subsection", "chapter": "write '## Heading'"
    case "url", "href": "write [text](address)"
    case "item": "write '- item'"
    case "includegraphics": "write ![alt text](file)"
    default: "remove it: TeX is only allowed in formulas"
    }
  }
}
