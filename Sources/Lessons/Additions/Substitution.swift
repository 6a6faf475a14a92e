/// Puts placeholders into a text, paragraph by paragraph, in order.
struct Substitution {
  private let source: SourceText
  private let bytes: [UInt8]
  /// Where each line begins among the bytes.
  private let starts: [Int]
  private var edits: [(range: Range<Int>, replacement: String)] = []
  private(set) var insertions: [Insertion] = []
  /// What looks like markup and is none.
  private(set) var diagnostics: [Diagnostic] = []
  /// The labels that lines of the document define, as `definedLabels` gives them.
  private let labels: Set<String>
  /// Whether the text before ended in code that is not closed.
  private var hasOpenCode = false

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
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
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

  private func quotes(of leaf: MarkdownNode) -> Int {
    ContainerPrefix.quotes(source[leaf.lines.lowerBound], before: leaf.column)
  }

  private func start(of leaf: MarkdownNode) -> Int {
    starts[leaf.lines.lowerBound - source.firstLine] + max(0, leaf.column - 1)
  }

  private func end(ofLine line: Int) -> Int { starts[line - source.firstLine + 1] - 1 }
}

// MARK: - Inlines

extension Substitution {
  private mutating func scan(_ range: Range<Int>, quotes: Int, isHeading: Bool = false) {
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

  private mutating func take(_ all: [AdditionScanner.Found], _ quotes: Int) {
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

  private func formula(_ tex: Range<Int>, _ isDisplay: Bool, _ label: String?, _ quotes: Int)
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

  private mutating func insert(_ insertion: Insertion, _ range: Range<Int>, _ quotes: Int) {
    let first = place(of: range.lowerBound).line
    let last = place(of: range.upperBound).line
    let prefixes = (first..<last).map {
      String(ContainerPrefix.prefix(of: source[$0 + 1], quotes: quotes))
    }
    edits.append((range, Placeholder.text(insertions.count, linePrefixes: prefixes)))
    insertions.append(insertion)
  }

  /// The line and the character of a byte.
  private func place(of byte: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[starts[low]..<byte], as: UTF8.self)
    return (source.firstLine + low, before.count + source.firstColumn)
  }
}

// MARK: - What is reported

extension Substitution {
  private mutating func report(
    _ scan: AdditionScanner, _ prose: Prose, _ emphasis: EmphasisMarks
  ) {
    let undefined = scan.labels.filter { !labels.contains($0.label.asLabel) }
      .map { FormProblem.undefinedLabel($0.label, at: $0.offset) }
    // What closes code that the text before has left open seems to open some.
    let isRest = hasOpenCode && scan.problems.first?.isOpenCode == true
    hasOpenCode = scan.problems.contains { $0.isOpenCode }
    let all =
      scan.problems.dropFirst(isRest ? 1 : 0) + undefined + ForeignForm.problems(in: prose)
      + emphasis.problems
    for problem in all {
      let place = place(of: problem.offset)
      diagnostics.append(
        Diagnostic(
          code: .form, place: source.place(place.line, place.column), severity: problem.severity,
          summary: problem.summary, help: problem.help))
    }
  }

  /// What stands before the content of each line, and the marks that begin an item or a block.
  private func prefixes(in range: Range<Int>, quotes: Int) -> [Range<Int>] {
    let first = place(of: range.lowerBound).line
    let last = place(of: range.upperBound).line
    let rest = (first..<last).map { number -> Range<Int> in
      let start = starts[number + 1 - source.firstLine]
      let prefix = ContainerPrefix.prefix(of: source[number + 1], quotes: quotes)
      return start..<start + prefix.utf8.count
    }
    let before = bytes[starts[first - source.firstLine]..<range.lowerBound]
    let mark = BlockMark.length(in: bytes[range], after: before)
    return [range.lowerBound..<range.lowerBound + mark] + rest
  }

  /// An escaped `~` is told from one that strikes something through, where there may be both.
  private mutating func keepTildes(_ passed: [AdditionScanner.Passed], _ prose: Prose) {
    guard prose.text.contains("~") else { return }
    for passed in passed where passed.kind == .escape {
      guard bytes[passed.range].last == UInt8(ascii: "~") else { continue }
      edits.append((passed.range, "\(Placeholder.tilde)"))
    }
  }
}

// MARK: - Tables

extension Substitution {
  private mutating func takeTable(_ leaf: MarkdownNode) -> Bool {
    let quotes = quotes(of: leaf)
    let first = leaf.lines.lowerBound
    let lines = leaf.lines.map { number in
      number == first
        ? Substring(source[number].utf8.dropFirst(max(0, leaf.column - 1)))
        : ContainerPrefix.content(of: source[number], quotes: quotes)
    }
    guard let (above, found) = TableSource.find(in: lines, firstLine: first) else {
      if let (line, help) = TableSource.nearMiss(in: lines, firstLine: first) {
        diagnostics.append(
          .warning(source.place(line), "these lines look like a table and are none", help: help))
      }
      return false
    }
    var table = found
    for row in table.rows.indices {
      let number = table.rows[row].line
      let prefix = source[number].count - lines[number - first].count
      for cell in table.rows[row].cells.indices { table.rows[row].cells[cell].offset += prefix }
    }
    let line = first + above
    let start =
      above == 0
      ? self.start(of: leaf)
      : starts[line - source.firstLine]
        + ContainerPrefix.prefix(of: source[line], quotes: quotes).utf8.count
    if above > 0 { scan(self.start(of: leaf)..<end(ofLine: line - 1), quotes: quotes) }
    diagnostics += table.problems(in: source)
    insert(.table(table), start..<end(ofLine: leaf.lines.upperBound), quotes)
    return true
  }
}
