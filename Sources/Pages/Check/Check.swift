import Differences
public import Lessons
public import Records

/// Holds the prose of a lesson against what its programs measured.
public struct Check {
  /// All that does not hold, in no order.
  public internal(set) var diagnostics: [Diagnostic] = []
  private let index: SiteIndex
  /// What was told when the lesson was published last.
  private let published: [Record]

  /// Checks a lesson.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - index: The course, into whose other lessons references may lead.
  ///   - published: What the programs told when the lesson was published last, of which is spoken if a
  ///     claim fails.
  public init(_ lesson: MeasuredLesson, in index: SiteIndex, published: [Record] = []) {
    (self.index, self.published) = (index, published)
    let bindings = Bindings(lesson.lesson)
    checkNames(lesson)
    diagnostics += ResultCheck(lesson).diagnostics + ResultWords(lesson).diagnostics
    for claim in lesson.claims where !claim.holds { report(claim, bindings, lesson) }
    checkReferences(bindings, lesson)
    checkNotes(bindings, lesson)
    guard lesson.isComplete else { return }
    checkClaimWords(bindings, lesson)
  }

  private mutating func error(
    _ code: Diagnostic.Code, _ place: Place, _ summary: String, help: String? = nil
  ) {
    diagnostics.append(.error(code, place, summary, help: help))
  }
}

// MARK: - Claims

extension Check {
  private mutating func report(_ claim: Claim, _ bindings: Bindings, _ lesson: MeasuredLesson) {
    let bound = bindings.claims.first { $0.name == claim.name }
    error(
      .claim, lesson.place(claim.place),
      "the claim '\(claim.name)' fails: measured \(claim.measuredWords), "
        + "demanded \(claim.demandWords)\(change(of: claim, lesson))",
      help: bound.map { "line \($0.line) says: \($0.words.plainText)" })
  }

  /// What became of a claim since it was published, to stand at the end of what is said of it.
  private func change(of claim: Claim, _ lesson: MeasuredLesson) -> String {
    let former = published.lazy.compactMap { record in
      if case .claim(let former) = record, former.name == claim.name { former } else { nil }
    }.first
    let words = former.flatMap { ClaimChange(from: $0, to: claim)?.wordsSince }
    return words.map { "; since the last published build \($0)" } ?? ""
  }

  private mutating func checkClaimWords(_ bindings: Bindings, _ lesson: MeasuredLesson) {
    let made = lesson.claims.map(\.name)
    for (name, words, line) in bindings.claims {
      if let claim = lesson.claim(name), claim.holds { compare(words, claim, line, lesson) }
      guard !made.contains(name) else { continue }
      error(
        .claim, Place(file: lesson.lesson.file, line: line), "no cell makes the claim '\(name)'",
        help: suggestion(for: name, among: made))
    }
    let named = Set(bindings.claims.map(\.name))
    for claim in lesson.claims where !named.contains(claim.name) {
      error(
        .claim, lesson.place(claim.place),
        "no words of the prose are bound to the claim '\(claim.name)'",
        help: "bind them: [the words](claim:\(claim.name))")
    }
  }
}

// MARK: - Names

extension Check {
  /// Names are one per lesson, and each can stand in an address.
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
          .reference, place, "the \(word) '\(name)' cannot stand in an address",
          help: "use letters, digits, '-' and '_'")
      }
      if let first = seen[name] {
        error(
          .reference, place, "two \(things) have the \(word) '\(name)'",
          help: first == place
            ? "the call runs again and again: put what differs into the \(word)"
            : "the first is at line \(first.line)")
      }
      seen[name] = seen[name] ?? place
    }
  }
}

// MARK: - Notes and citations

extension Check {
  private mutating func checkNotes(_ bindings: Bindings, _ lesson: MeasuredLesson) {
    let defined = lesson.lesson.footnotes.map(\.label)
    for (label, line) in bindings.footnotes where !defined.contains(label) {
      missing("footnote", label, line, among: defined, lesson)
    }
    let used = Set(bindings.footnotes.map(\.label))
    for note in lesson.lesson.footnotes where !used.contains(note.label) {
      diagnostics.append(
        .warning(
          .reference, Place(file: lesson.lesson.file, line: note.line),
          "nothing refers to the footnote '\(note.label)'"))
    }
    for (key, line) in bindings.citations where index.work(key) == nil {
      if let help = Reference.help(forKey: key) {
        error(
          .reference, Place(file: lesson.lesson.file, line: line),
          "'[@\(key)]' cites a work, and there is none of that name", help: help)
      } else {
        missing("work", key, line, among: index.course.works.map(\.id), lesson)
      }
    }
  }
}

// MARK: - References

extension Check {
  private mutating func checkReferences(_ bindings: Bindings, _ lesson: MeasuredLesson) {
    for (reference, line) in bindings.references {
      let (kind, (other, name)) = (reference.kind, reference.path)
      guard let target = other.map(index.outline) ?? lesson.outline else {
        missing("lesson", other ?? name, line, among: index.names, lesson)
        continue
      }
      // Of a program that was cut off nobody knows what it would have made.
      let isKnown = target.isComplete || ![.figure, .table].contains(kind)
      guard kind != .lesson, isKnown, target.number(of: kind, name) == nil else { continue }
      missing(kind.words, name, line, among: target.names(of: kind), lesson)
    }
  }

  private mutating func missing(
    _ kind: String, _ name: String, _ line: Int, among known: [String], _ lesson: MeasuredLesson
  ) {
    error(
      .reference, Place(file: lesson.lesson.file, line: line), "there is no \(kind) '\(name)'",
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
