/// The runs of `*`, `_` and `~` in a text, and which of them open or close nothing.
///
/// CommonMark looks at the characters beside a run. Where punctuation stands on one side and a letter
/// on the other, the run only opens or only closes, and in Chinese or Japanese, which has no spaces
/// between words, that is often the wrong one of the two: `**重点。**继续`. There both are allowed, as
/// <https://github.com/tats-u/markdown-cjk-friendly> specifies it.
struct EmphasisMarks {
  /// Where a joiner must stand for CommonMark to see what is meant.
  private(set) var joiners: [Int] = []
  /// The marks that open or close nothing, though they look as if they should.
  private(set) var problems: [FormProblem] = []
  private var runs: [MarkRun] = []

  init(_ prose: Prose) {
    guard prose.text.utf8.contains(where: { marks.contains($0) }) else { return }
    findRuns(prose)
    // Each run looks at all before it, and nobody writes a paragraph of so many.
    guard runs.count < 1000 else { return }
    pair()
    report()
  }

  private mutating func findRuns(_ prose: Prose) {
    let scalars = prose.text.unicodeScalars
    var index = scalars.startIndex
    var before: Unicode.Scalar?
    var offset = prose.start
    while index < scalars.endIndex {
      let mark = scalars[index]
      var end = scalars.index(after: index)
      guard mark.isASCII, marks.contains(UInt8(mark.value)) else {
        offset += UTF8.width(mark)
        (before, index) = (mark, end)
        continue
      }
      while end < scalars.endIndex, scalars[end] == mark { end = scalars.index(after: end) }
      let count = scalars.distance(from: index, to: end)
      let after = end < scalars.endIndex ? scalars[end] : nil
      take(
        MarkRun(
          mark: mark, count: count, offset: offset, before: Neighbour(before),
          after: Neighbour(after)))
      offset += count
      (before, index) = (mark, end)
    }
  }

  private mutating func take(_ run: MarkRun) {
    if run.mark == "*", run.canCloseInCJK != run.canClose { joiners.append(run.offset) }
    if run.mark == "*", run.canOpenInCJK != run.canOpen { joiners.append(run.offset + run.count) }
    runs.append(run)
  }

  /// Takes what belongs together from the runs, as CommonMark does, brackets aside.
  private mutating func pair() {
    for closer in runs.indices where runs[closer].closes {
      while runs[closer].left > 0, let opener = opener(for: closer) {
        let used =
          runs[closer].mark == "~"
          ? runs[closer].left : min(runs[opener].left, runs[closer].left, 2)
        runs[opener].left -= used
        runs[closer].left -= used
        for between in (opener + 1)..<closer { runs[between].isPassed = true }
      }
    }
  }

  private func opener(for closer: Int) -> Int? {
    let run = runs[closer]
    return runs[..<closer].indices.last { index in
      let other = runs[index]
      guard other.mark == run.mark, other.left > 0, !other.isPassed, other.opens else {
        return false
      }
      if run.mark == "~" { return other.count == run.count && run.count <= 2 }
      // The rule of three.
      let isBoth = (run.opens || other.closes) && (run.count + other.count) % 3 == 0
      return !isBoth || (run.count % 3 == 0 && other.count % 3 == 0)
    }
  }
}

private let marks: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")]

// MARK: - What is left over

extension EmphasisMarks {
  private mutating func report() {
    let left = runs.filter { $0.left > 0 && $0.left == $0.count && $0.count <= 3 }
    for (index, run) in left.enumerated() {
      let (earlier, later) = (left[..<index], left[(index + 1)...])
      let closesNothing =
        run.isBlockedCloser && earlier.contains { $0.isLike(run) && $0.looksLikeOpener }
      let opensNothing =
        run.isBlockedOpener && later.contains { $0.isLike(run) && $0.looksLikeCloser }
      if closesNothing || opensNothing {
        problems.append(.blockedMark(run.text, at: run.offset))
        return
      }
    }
    if let pair = left.first(where: { run in
      run.count > 1 && run.mark != "~" && run.isSpaced
        && left.contains { $0.offset > run.offset && $0.isLike(run) }
    }) {
      problems.append(.spacedMark(pair.text, at: pair.offset))
    } else if let open = left.last(where: { $0.mark == "*" && $0.count > 1 && $0.opensAWord }) {
      problems.append(.openMark(open.text, at: open.offset))
    }
  }
}

extension FormProblem {
  fileprivate static func blockedMark(_ text: String, at offset: Int) -> FormProblem {
    FormProblem(
      offset: offset, severity: .warning,
      summary:
        "this '\(text)' opens and closes nothing: punctuation on one side of it, a letter on "
        + "the other",
      help: "put a space between it and the letter, or the punctuation outside; write "
        + "'\(escaped(text))' for the marks themselves")
  }

  fileprivate static func spacedMark(_ text: String, at offset: Int) -> FormProblem {
    FormProblem(
      offset: offset, severity: .warning,
      summary: "this '\(text)' opens and closes nothing: spaces on both sides of it",
      help: "write \(text)words\(text) without spaces inside, or '\(escaped(text))' for the marks "
        + "themselves")
  }

  fileprivate static func openMark(_ text: String, at offset: Int) -> FormProblem {
    FormProblem(
      offset: offset, severity: .warning,
      summary: "this '\(text)' is not closed in its paragraph",
      help: "write \(text)words\(text), or '\(escaped(text))' for the marks themselves")
  }

  private static func escaped(_ text: String) -> String { text.map { "\\\($0)" }.joined() }
}
