/// Puts placeholders into a text, paragraph by paragraph, in order.
struct Substitution {
  let source: SourceText
  let bytes: [UInt8]
  /// Where each line begins among the bytes.
  let starts: [Int]
  var edits: [(range: Range<Int>, replacement: String)] = []
  private(set) var insertions: [Insertion] = []
  /// What looks like markup and is none.
  var diagnostics: [Diagnostic] = []
  /// The labels that lines of the document define, as `definedLabels` gives them.
  let labels: Set<String>
  /// Whether the text before ended in code that is not closed.
  var hasOpenCode = false

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

  /// Whether the text stays as it is.
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

  /// Takes what CommonMark does not know out of a paragraph or heading.
  mutating func visit(_ leaf: MarkdownNode) {
    guard leaf.kind == .paragraph, leaf.lines.count > 1, takeTable(leaf) else {
      visitInlines(leaf)
      return
    }
  }

  /// The same without looking for a table.
  mutating func visitInlines(_ leaf: MarkdownNode) {
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

extension Substitution {
  mutating func scan(_ range: Range<Int>, quotes: Int, isHeading: Bool = false) {
    let scan = AdditionScanner.scan(bytes[range])
    take(scan.found, quotes)
    var prose = Prose(bytes[range], scan, prefixes: prefixes(in: range, quotes: quotes))
    if isHeading, let name = prose.takeHeadingID() {
      insert(.headingID(name.id), name.range, quotes)
    }
    keepTildes(scan.passed, prose)
    let emphasis = EmphasisMarks(prose)
    for joiner in emphasis.joiners { edits.append((joiner..<joiner, "\(Placeholder.joiner)")) }
    report(scan, prose, emphasis)
  }

  mutating func take(_ all: [AdditionScanner.Found], _ quotes: Int) {
    for found in all {
      let place = place(of: found.range.lowerBound)
      // Without its backticks such a line would open a fence.
      if source[place.line].drop(while: { " \t>".contains($0) }).hasPrefix("```") { continue }
      switch found.kind {
      case .formula(let tex, let isDisplay, let label):
        insert(.formula(formula(tex, isDisplay, label, quotes)), found.range, quotes)
      case .footnote(let label):
        insert(.footnote(label: label, line: place.line), found.range, quotes)
      case .citation(let citations):
        insert(.citation(citations, line: place.line), found.range, quotes)
      }
    }
  }

  func formula(_ tex: Range<Int>, _ isDisplay: Bool, _ label: String?, _ quotes: Int)
    -> Formula
  {
    let lines = String(decoding: bytes[tex], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let content =
      lines.prefix(1) + lines.dropFirst().map { ContainerPrefix.content(of: $0, quotes: quotes) }
    let (line, column) = place(of: tex.lowerBound)
    return Formula(
      tex: content.joined(separator: "\n"), isDisplay: isDisplay, label: label, line: line,
      column: column)
  }

  mutating func insert(_ insertion: Insertion, _ range: Range<Int>, _ quotes: Int) {
    let first = place(of: range.lowerBound).line
    let last = place(of: range.upperBound).line
    let prefixes = (first..<last).map {
      String(ContainerPrefix.prefix(of: source[$0 + 1], quotes: quotes))
    }
    edits.append((range, Placeholder.text(insertions.count, linePrefixes: prefixes)))
    insertions.append(insertion)
  }

  /// The line and the character of a byte.
  func place(of byte: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[starts[low]..<byte], as: UTF8.self)
    return (source.firstLine + low, before.count + source.firstColumn)
  }
}
