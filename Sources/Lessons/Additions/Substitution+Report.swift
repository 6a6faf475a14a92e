extension Substitution {
  mutating func report(
    _ scan: AdditionScanner, _ prose: Prose, _ emphasis: EmphasisMarks
  ) {
    let undefined = scan.labels.filter { !labels.contains($0.label.asLabel) }
      .map { FormProblem.undefinedLabel($0.label, at: $0.offset) }
    // What closes code that the text before has left open seems to open some.
    let isRest = hasOpenCode && scan.problems.first?.isOpenCode == true
    hasOpenCode = scan.problems.contains { $0.isOpenCode }
    let all =
      scan.problems.dropFirst(isRest ? 1 : 0) + undefined + ForeignForm.problems(in: prose)
      + (prose.text.contains("\\begin{") ? [] : emphasis.problems)
    for problem in all {
      let place = place(of: problem.offset)
      diagnostics.append(
        Diagnostic(
          code: .form, place: source.place(place.line, place.column), severity: problem.severity,
          summary: problem.summary, help: problem.help))
    }
  }

  /// What stands before the content of each line, and the marks that begin an item or a block.
  func prefixes(in range: Range<Int>, quotes: Int) -> [Range<Int>] {
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
  mutating func keepTildes(_ passed: [AdditionScanner.Passed], _ prose: Prose) {
    guard prose.text.contains("~") else { return }
    for passed in passed where passed.kind == .escape {
      guard bytes[passed.range].last == UInt8(ascii: "~") else { continue }
      edits.append((passed.range, "\(Placeholder.tilde)"))
    }
  }
}
