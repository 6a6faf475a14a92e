extension PlaceholderSubstitution {
  /// Adds diagnostics for text that looks like markup but is not.
  mutating func report(
    _ scan: ExtensionScanner, prose: MaskedProse, emphasis: EmphasisDelimiters
  ) {
    let undefined = scan.labels.filter { !labels.contains($0.label.normalizedLabel) }
      .map { MarkupProblem.undefinedLabel($0.label, at: $0.offset) }
    // A backtick that closes the code left open by the text before seems to open code.
    let closesEarlierCode = hasUnclosedCode && scan.problems.first?.isUnclosedCode == true
    hasUnclosedCode = scan.problems.contains { $0.isUnclosedCode }
    let all =
      scan.problems.dropFirst(closesEarlierCode ? 1 : 0) + undefined
      + ForeignSyntax.problems(in: prose)
      + (prose.text.contains("\\begin{") ? [] : emphasis.problems)
    for problem in all {
      let place = place(of: problem.offset)
      diagnostics.append(
        Diagnostic(
          code: .form, place: source.place(place.line, place.column), severity: problem.severity,
          summary: problem.summary, help: problem.help))
    }
  }

  /// The ranges before the content of each line, and the marker at the start of an item or alert.
  func prefixes(in range: Range<Int>, quotes: Int) -> [Range<Int>] {
    let first = place(of: range.lowerBound).line
    let last = place(of: range.upperBound).line
    let rest = (first..<last).map { number -> Range<Int> in
      let start = starts[number + 1 - source.firstLine]
      let prefix = ContainerPrefix.prefix(of: source[number + 1], quotes: quotes)
      return start..<start + prefix.utf8.count
    }
    let before = bytes[starts[first - source.firstLine]..<range.lowerBound]
    let mark = BlockMarker.length(in: bytes[range], after: before)
    return [range.lowerBound..<range.lowerBound + mark] + rest
  }

  /// Replaces escaped tildes, so that they are not parsed as strikethrough.
  mutating func protectTildes(_ skipped: [ExtensionScanner.Skipped], _ prose: MaskedProse) {
    guard prose.text.contains("~") else { return }
    for skipped in skipped where skipped.kind == .escape {
      guard bytes[skipped.range].last == UInt8(ascii: "~") else { continue }
      edits.append((skipped.range, "\(Placeholder.tilde)"))
    }
  }
}
