public import Lessons
import Records

/// Holds the prose of a course against what its programs measured.
public struct Check {
  /// All that does not hold, by lesson and in no other order.
  public private(set) var diagnostics: [Diagnostic] = []
  private let findings: [Findings]

  /// Checks every lesson of a course; references may lead from one to another.
  public init(_ findings: [Findings]) {
    self.findings = findings
    for finding in findings { check(finding) }
  }

  private mutating func check(_ finding: Findings) {
    let bindings = Bindings(finding.lesson)
    checkNames(finding)
    checkFigures(finding)
    for claim in finding.claims where !claim.holds { report(claim, bindings, finding) }
    checkReferences(bindings, finding)
    guard finding.isComplete else { return }
    checkClaimWords(bindings, finding)
  }

  private mutating func error(_ place: Place, _ summary: String, help: String? = nil) {
    diagnostics.append(.error(place, summary, help: help))
  }
}

// MARK: - Claims

extension Check {
  private mutating func report(_ claim: Claim, _ bindings: Bindings, _ finding: Findings) {
    let bound = bindings.claims.first { $0.name == claim.name }
    error(
      finding.place(claim.place),
      "the claim '\(claim.name)' fails: measured \(claim.measuredWords), "
        + "demanded \(claim.demandWords)",
      help: bound.map { "line \($0.line) says: \($0.words)" })
  }

  private mutating func checkClaimWords(_ bindings: Bindings, _ finding: Findings) {
    let made = finding.claims.map(\.name)
    for (name, _, line) in bindings.claims where !made.contains(name) {
      error(
        Place(file: finding.lesson.file, line: line), "no cell makes the claim '\(name)'",
        help: suggestion(for: name, among: made))
    }
    let named = Set(bindings.claims.map(\.name))
    for claim in finding.claims where !named.contains(claim.name) {
      error(
        finding.place(claim.place), "no words of the prose are bound to the claim '\(claim.name)'",
        help: "bind them: [the words](claim:\(claim.name))")
    }
  }
}

// MARK: - Names and figures

extension Check {
  /// Names are one per lesson, and each can stand in an address.
  private mutating func checkNames(_ finding: Findings) {
    let labels = finding.lesson.cells.compactMap { cell in
      cell.options.label.map { ($0, Place(file: finding.lesson.file, line: cell.fenceLine)) }
    }
    check(labels, are: "cells", called: "label")
    check(finding.claims.map { ($0.name, finding.place($0.place)) }, are: "claims", called: "name")
    check(
      finding.figures.map { ($0.name, finding.place($0.place)) }, are: "figures", called: "name")
  }

  private mutating func check(
    _ names: [(name: String, place: Place)], are things: String, called word: String
  ) {
    var seen: [String: Place] = [:]
    for (name, place) in names {
      if !isName(name) {
        error(
          place, "the \(word) '\(name)' cannot stand in an address",
          help: "use letters, digits, '-' and '_'")
      }
      if let first = seen[name] {
        error(
          place, "two \(things) have the \(word) '\(name)'",
          help: "the first is at line \(first.line)")
      }
      seen[name] = seen[name] ?? place
    }
  }

  private mutating func checkFigures(_ finding: Findings) {
    for figure in finding.figures where figure.alt.allSatisfy(\.isWhitespace) {
      error(
        finding.place(figure.place), "the figure '\(figure.name)' has an empty alt text",
        help: "say what it shows for those who do not see it; alt may hold measured values")
    }
  }
}

// MARK: - References

extension Check {
  private mutating func checkReferences(_ bindings: Bindings, _ finding: Findings) {
    for (reference, line) in bindings.references {
      let (target, name) = split(reference, from: finding)
      guard let target else {
        missing("lesson", name, line, among: findings.map(\.lesson.name), finding)
        continue
      }
      switch reference.kind {
      case .lesson: break
      case .figure where target.isComplete && target.number(ofFigure: name) == nil:
        missing("figure", name, line, among: target.figures.map(\.name), finding)
      case .cell where target.cell(labelled: name) == nil:
        let labels = target.lesson.cells.compactMap(\.options.label)
        missing("cell", name, line, among: labels, finding)
      case .figure, .cell: break
      }
    }
  }

  /// The lesson that a reference leads to, and the name within it; without the lesson, its name.
  private func split(_ reference: Reference, from here: Findings) -> (Findings?, String) {
    let parts = reference.name.split(separator: "/", maxSplits: 1).map(String.init)
    let away = reference.kind == .lesson || parts.count == 2
    guard away, let first = parts.first else { return (here, reference.name) }
    guard let lesson = findings.first(where: { $0.lesson.name == first }) else {
      return (nil, first)
    }
    return (lesson, parts[parts.count - 1])
  }

  private mutating func missing(
    _ kind: String, _ name: String, _ line: Int, among known: [String], _ finding: Findings
  ) {
    error(
      Place(file: finding.lesson.file, line: line), "there is no \(kind) '\(name)'",
      help: suggestion(for: name, among: known))
  }
}

private func isName(_ name: String) -> Bool {
  !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
}
