/// The delimiter runs (`*`, `_`, `~`) of a text, and warnings about those without effect.
///
/// CommonMark looks at the characters beside a run. With punctuation on one side and a letter on
/// the other, a run can only open or only close. In Chinese and Japanese, which have no spaces
/// between words, this is often the wrong one of the two: `**重点。**继续`. There both are allowed, as
/// specified by <https://github.com/tats-u/markdown-cjk-friendly>.
struct EmphasisDelimiters {
  /// The offsets at which a joiner is inserted so that CommonMark parses the emphasis as intended.
  private(set) var joiners: [Int] = []
  /// The delimiters that look as if they open or close emphasis, but do not.
  private(set) var problems: [MarkupProblem] = []
  private var runs: [DelimiterRun] = []

  init(_ prose: MaskedProse) {
    guard prose.text.utf8.contains(where: { delimiters.contains($0) }) else { return }
    findRuns(prose)
    // Pairing is quadratic, and no real paragraph has this many runs.
    guard runs.count < 1000 else { return }
    pair()
    report()
  }

  private mutating func findRuns(_ prose: MaskedProse) {
    let scalars = prose.text.unicodeScalars
    var index = scalars.startIndex
    var before: Unicode.Scalar?
    var offset = prose.start
    while index < scalars.endIndex {
      let delimiter = scalars[index]
      var end = scalars.index(after: index)
      guard delimiter.isASCII, delimiters.contains(UInt8(delimiter.value)) else {
        offset += UTF8.width(delimiter)
        before = delimiter
        index = end
        continue
      }
      while end < scalars.endIndex, scalars[end] == delimiter { end = scalars.index(after: end) }
      let count = scalars.distance(from: index, to: end)
      let after = end < scalars.endIndex ? scalars[end] : nil
      add(
        DelimiterRun(
          delimiter: delimiter, count: count, offset: offset, before: AdjacentCharacter(before),
          after: AdjacentCharacter(after)))
      offset += count
      before = delimiter
      index = end
    }
  }

  private mutating func add(_ run: DelimiterRun) {
    if run.delimiter == "*", run.canCloseNearCJK != run.canClose { joiners.append(run.offset) }
    if run.delimiter == "*", run.canOpenNearCJK != run.canOpen {
      joiners.append(run.offset + run.count)
    }
    runs.append(run)
  }

  /// Pairs opening and closing runs as CommonMark does, ignoring brackets.
  private mutating func pair() {
    for closer in runs.indices where runs[closer].closes {
      while runs[closer].left > 0, let opener = opener(for: closer) {
        let used =
          runs[closer].delimiter == "~"
          ? runs[closer].left : min(runs[opener].left, runs[closer].left, 2)
        runs[opener].left -= used
        runs[closer].left -= used
        for between in (opener + 1)..<closer { runs[between].isEnclosed = true }
      }
    }
  }

  private func opener(for closer: Int) -> Int? {
    let run = runs[closer]
    return runs[..<closer].indices.last { index in
      let other = runs[index]
      guard other.delimiter == run.delimiter, other.left > 0, !other.isEnclosed, other.opens else {
        return false
      }
      if run.delimiter == "~" { return other.count == run.count && run.count <= 2 }
      // CommonMark's "multiple of 3" rule.
      let isBoth = (run.opens || other.closes) && (run.count + other.count) % 3 == 0
      return !isBoth || (run.count % 3 == 0 && other.count % 3 == 0)
    }
  }
}

private let delimiters: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")]

// MARK: - Unmatched delimiters

extension EmphasisDelimiters {
  private mutating func report() {
    let left = runs.filter { $0.left > 0 && $0.left == $0.count && $0.count <= 3 }
    for (index, run) in left.enumerated() {
      let earlier = left[..<index]
      let later = left[(index + 1)...]
      let closesNothing =
        run.isBlockedCloser && earlier.contains { $0.isLike(run) && $0.looksLikeOpener }
      let opensNothing =
        run.isBlockedOpener && later.contains { $0.isLike(run) && $0.looksLikeCloser }
      if closesNothing || opensNothing {
        problems.append(.blockedDelimiter(run.text, at: run.offset))
        return
      }
    }
    if let pair = left.first(where: { run in
      run.count > 1 && run.delimiter != "~" && run.isSpaced
        && left.contains { $0.offset > run.offset && $0.isLike(run) }
    }) {
      problems.append(.spacedDelimiter(pair.text, at: pair.offset))
    } else if let open = left.last(where: {
      $0.delimiter == "*" && $0.count > 1 && $0.precedesWord
    }) {
      problems.append(.unclosedDelimiter(open.text, at: open.offset))
    }
  }
}

extension MarkupProblem {
  fileprivate static func blockedDelimiter(_ text: String, at offset: Int) -> MarkupProblem {
    MarkupProblem(
      offset: offset, severity: .warning,
      summary:
        "this '\(text)' has no effect: it has punctuation on one side and a letter on the other",
      help: "put a space between it and the letter, or move the punctuation outside; write "
        + "'\(escaped(text))' for literal characters")
  }

  fileprivate static func spacedDelimiter(_ text: String, at offset: Int) -> MarkupProblem {
    MarkupProblem(
      offset: offset, severity: .warning,
      summary: "this '\(text)' has no effect: it has spaces on both sides",
      help: "write \(text)text\(text) without spaces inside, or '\(escaped(text))' for literal "
        + "characters")
  }

  fileprivate static func unclosedDelimiter(_ text: String, at offset: Int) -> MarkupProblem {
    MarkupProblem(
      offset: offset, severity: .warning,
      summary: "this '\(text)' is not closed in its paragraph",
      help: "write \(text)text\(text), or '\(escaped(text))' for literal characters")
  }

  private static func escaped(_ text: String) -> String { text.map { "\\\($0)" }.joined() }
}
