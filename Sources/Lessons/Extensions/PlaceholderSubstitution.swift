/// Replaces the elements that CommonMark does not support by placeholders, paragraph by paragraph.
struct PlaceholderSubstitution {
  let source: SourceText
  let bytes: [UInt8]
  /// The offset of each line's first byte.
  let starts: [Int]
  var edits: [(range: Range<Int>, replacement: String)] = []
  private(set) var elements: [ExtractedElement] = []
  /// Warnings and errors about text that looks like markup but is not.
  var diagnostics: [Diagnostic] = []
  /// The link labels that the document defines, normalized.
  let labels: Set<String>
  /// Whether the previous text ended in code that is not closed.
  var hasUnclosedCode = false

  init(_ source: SourceText, labels: Set<String>) {
    self.source = source
    self.labels = labels
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for line in source.lines {
      starts.append(bytes.count)
      bytes += line.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    self.bytes = bytes
    self.starts = starts + [bytes.count]
  }

  /// Whether nothing is replaced.
  var isEmpty: Bool { edits.isEmpty }

  /// The text with its placeholders.
  var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var position = 0
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      text += bytes[position..<edit.range.lowerBound]
      text += edit.replacement.utf8
      position = edit.range.upperBound
    }
    text += bytes[position...]
    return String(decoding: text, as: UTF8.self)
  }

  /// Extracts elements from a paragraph or heading.
  mutating func extract(from leaf: MarkdownNode) {
    guard leaf.kind == .paragraph, leaf.lines.count > 1, extractTable(leaf) else {
      extractInlines(from: leaf)
      return
    }
  }

  /// Extracts all elements but tables from a paragraph or heading.
  mutating func extractInlines(from leaf: MarkdownNode) {
    let start = self.start(of: leaf)
    scan(
      start..<max(start, end(ofLine: leaf.lines.upperBound)), quotes: quotes(of: leaf),
      isHeading: leaf.kind != .paragraph)
  }

  func quotes(of leaf: MarkdownNode) -> Int {
    ContainerPrefix.quotes(source[leaf.lines.lowerBound], before: leaf.column)
  }

  func start(of leaf: MarkdownNode) -> Int {
    starts[leaf.lines.lowerBound - source.firstLine] + max(0, leaf.column - 1)
  }

  func end(ofLine line: Int) -> Int { starts[line - source.firstLine + 1] - 1 }
}

// MARK: - Inlines

extension PlaceholderSubstitution {
  mutating func scan(_ range: Range<Int>, quotes: Int, isHeading: Bool = false) {
    let scan = ExtensionScanner.scan(bytes[range])
    extract(scan.matches, quotes: quotes)
    var prose = MaskedProse(bytes[range], scan, prefixes: prefixes(in: range, quotes: quotes))
    if isHeading, let name = prose.removeHeadingID() {
      replace(name.range, with: .headingID(name.id), quotes: quotes)
    }
    protectTildes(scan.skipped, prose)
    let emphasis = EmphasisDelimiters(prose)
    for joiner in emphasis.joiners { edits.append((joiner..<joiner, "\(Placeholder.joiner)")) }
    report(scan, prose: prose, emphasis: emphasis)
  }

  private mutating func extract(_ matches: [ExtensionScanner.Match], quotes: Int) {
    for match in matches {
      let place = place(of: match.range.lowerBound)
      // The line would open a fence if the formula on it were replaced.
      if source[place.line].drop(while: { " \t>".contains($0) }).hasPrefix("```") { continue }
      switch match.kind {
      case .formula(let tex, let isDisplay, let label):
        let formula = formula(tex, isDisplay: isDisplay, label: label, quotes: quotes)
        replace(match.range, with: .formula(formula), quotes: quotes)
      case .footnote(let label):
        let element = ExtractedElement.footnote(label: label, line: place.line)
        replace(match.range, with: element, quotes: quotes)
      case .citation(let citations):
        let element = ExtractedElement.citation(citations, line: place.line)
        replace(match.range, with: element, quotes: quotes)
      }
    }
  }

  private func formula(
    _ tex: Range<Int>, isDisplay: Bool, label: String?, quotes: Int
  ) -> Formula {
    let lines = String(decoding: bytes[tex], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let content =
      lines.prefix(1) + lines.dropFirst().map { ContainerPrefix.content(of: $0, quotes: quotes) }
    let (line, column) = place(of: tex.lowerBound)
    return Formula(
      tex: content.joined(separator: "\n"), isDisplay: isDisplay, label: label, line: line,
      column: column)
  }

  /// Replaces a range by the placeholder of an element.
  mutating func replace(_ range: Range<Int>, with element: ExtractedElement, quotes: Int) {
    let first = place(of: range.lowerBound).line
    let last = place(of: range.upperBound).line
    let prefixes = (first..<last).map {
      String(ContainerPrefix.prefix(of: source[$0 + 1], quotes: quotes))
    }
    edits.append((range, Placeholder.text(elements.count, linePrefixes: prefixes)))
    elements.append(element)
  }

  /// The line and column, in characters, of a byte.
  func place(of byte: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[starts[low]..<byte], as: UTF8.self)
    return (source.firstLine + low, before.count + source.firstColumn)
  }
}
