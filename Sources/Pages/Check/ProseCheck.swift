import Differences
public import Lessons
public import Records

/// Compares the prose of a lesson with the results of its programs.
public struct ProseCheck {
  /// The problems found, in no particular order.
  public internal(set) var diagnostics: [Diagnostic] = []
  private let index: SiteIndex
  /// The records of the last published build.
  private let published: [Record]

  /// Checks a lesson and collects its problems.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - index: The course, for references to other lessons.
  ///   - published: The records of the last published build, which the message for a failing claim
  ///     mentions.
  public init(_ lesson: MeasuredLesson, in index: SiteIndex, published: [Record] = []) {
    self.index = index
    self.published = published
    let prose = ProseReferences(lesson.lesson)
    checkNames(lesson)
    diagnostics += ResultCheck(lesson).diagnostics + ResultTextCheck(lesson).diagnostics
    for claim in lesson.claims where !claim.holds { report(claim, prose, of: lesson) }
    checkReferences(prose, lesson)
    checkNotes(prose, lesson)
    guard lesson.isComplete else { return }
    checkClaimText(prose, lesson)
  }

  private mutating func error(
    _ code: Diagnostic.Code, at place: Place, _ summary: String, help: String? = nil
  ) {
    diagnostics.append(.error(code, place, summary, help: help))
  }
}

// MARK: - Claims

extension ProseCheck {
  private mutating func report(
    _ claim: Claim, _ prose: ProseReferences, of lesson: MeasuredLesson
  ) {
    let linked = prose.claims.first { $0.name == claim.name }
    error(
      .claim, at: lesson.place(claim.place),
      "the claim '\(claim.name)' fails: measured \(claim.measuredText), "
        + "demanded \(claim.demandText)\(change(of: claim, lesson))",
      help: linked.map { "line \($0.line) says: \($0.words.plainText)" })
  }

  /// The change of a claim since the last published build, as the end of a message.
  private func change(of claim: Claim, _ lesson: MeasuredLesson) -> String {
    let former = published.lazy.compactMap { record in
      if case .claim(let former) = record, former.name == claim.name { former } else { nil }
    }.first
    let words = former.flatMap { ClaimChange(from: $0, to: claim)?.changeText }
    return words.map { "; since the last published build \($0)" } ?? ""
  }

  private mutating func checkClaimText(_ prose: ProseReferences, _ lesson: MeasuredLesson) {
    let made = lesson.claims.map(\.name)
    for (name, text, line) in prose.claims {
      if let claim = lesson.claim(name), claim.holds {
        compare(text, with: claim, line: line, of: lesson)
      }
      guard !made.contains(name) else { continue }
      error(
        .claim, at: Place(file: lesson.lesson.file, line: line),
        "no cell makes the claim '\(name)'",
        help: suggestion(for: name, among: made))
    }
    let named = Set(prose.claims.map(\.name))
    for claim in lesson.claims where !named.contains(claim.name) {
      error(
        .claim, at: lesson.place(claim.place),
        "the prose does not refer to the claim '\(claim.name)'",
        help: "link some text to it: [text](claim:\(claim.name))")
    }
  }
}

// MARK: - Names

extension ProseCheck {
  /// Names must be unique within a lesson and usable in an address.
  private mutating func checkNames(_ lesson: MeasuredLesson) {
    let labels = lesson.lesson.cells.compactMap { cell in
      cell.options.label.map { ($0, Place(file: lesson.lesson.file, line: cell.fenceLine)) }
    }
    check(labels, are: "cells", called: "label")
    let equations = lesson.lesson.equations.map {
      ($0.label, Place(file: lesson.lesson.file, line: $0.line))
    }
    check(equations, are: "equations", called: "label")
    check(lesson.claims.map { ($0.name, lesson.place($0.place)) }, are: "claims", called: "name")
    check(
      lesson.figures.map { ($0.name, lesson.place($0.place)) }, are: "figures", called: "name")
    check(lesson.tables.map { ($0.name, lesson.place($0.place)) }, are: "tables", called: "name")
  }

  private mutating func check(
    _ names: [(name: String, place: Place)], are things: String, called word: String
  ) {
    var seen: [String: Place] = [:]
    for (name, place) in names {
      if !isName(name) {
        error(
          .reference, at: place, "the \(word) '\(name)' cannot be part of an address",
          help: "use letters, digits, '-' and '_'")
      }
      if let first = seen[name] {
        error(
          .reference, at: place, "two \(things) have the \(word) '\(name)'",
          help: first == place
            ? "the call runs more than once: include what varies in the \(word)"
            : "the first is at line \(first.line)")
      }
      seen[name] = seen[name] ?? place
    }
  }
}

// MARK: - Notes and citations

extension ProseCheck {
  private mutating func checkNotes(_ prose: ProseReferences, _ lesson: MeasuredLesson) {
    let defined = lesson.lesson.footnotes.map(\.label)
    for (label, line) in prose.footnotes where !defined.contains(label) {
      missing("footnote", label, among: defined, line: line, of: lesson)
    }
    let used = Set(prose.footnotes.map(\.label))
    for note in lesson.lesson.footnotes where !used.contains(note.label) {
      diagnostics.append(
        .warning(
          .reference, Place(file: lesson.lesson.file, line: note.line),
          "nothing refers to the footnote '\(note.label)'"))
    }
    for (key, line) in prose.citations where index.work(key) == nil {
      if let help = Reference.help(forKey: key) {
        error(
          .reference, at: Place(file: lesson.lesson.file, line: line),
          "'[@\(key)]' cites a work, but no work has that key", help: help)
      } else {
        missing("work", key, among: index.course.works.map(\.id), line: line, of: lesson)
      }
    }
  }
}

// MARK: - References

extension ProseCheck {
  private mutating func checkReferences(_ prose: ProseReferences, _ lesson: MeasuredLesson) {
    for (reference, line) in prose.references {
      let kind = reference.kind
      let (other, name) = reference.path
      guard let target = other.map(index.outline) ?? lesson.outline else {
        missing("lesson", other ?? name, among: index.names, line: line, of: lesson)
        continue
      }
      // An incomplete program could still have made the figure or table.
      let isKnown = target.isComplete || ![.figure, .table].contains(kind)
      guard kind != .lesson, isKnown, target.number(of: kind, name) == nil else { continue }
      missing(kind.words, name, among: target.names(of: kind), line: line, of: lesson)
    }
  }

  private mutating func missing(
    _ kind: String, _ name: String, among known: [String], line: Int, of lesson: MeasuredLesson
  ) {
    error(
      .reference, at: Place(file: lesson.lesson.file, line: line), "there is no \(kind) '\(name)'",
      help: suggestion(for: name, among: known))
  }
}

extension Reference.Kind {
  fileprivate var words: String {
    switch self {
    case .figure: "figure"
    case .table: "table"
    case .equation: "equation"
    case .cell: "cell"
    case .lesson: "lesson"
    }
  }
}

private func isName(_ name: String) -> Bool {
  !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
}
