internal import Foundation
public import Lessons
internal import Records

extension Laboratory {
  /// Runs every session twice, under conditions that should make no difference: in another folder
  /// and time zone, and with other hashes.
  ///
  /// - Parameters:
  ///   - lessons: The lessons.
  ///   - chosen: The names of those that run; nil for all.
  ///   - watcher: Who is told what happens, from any thread.
  /// - Returns: What the first run found, and for each lesson the first place where the second
  ///   found something else.
  public func runTwice(
    _ lessons: [Lesson], only chosen: Set<String>? = nil,
    watcher: @escaping @Sendable (Event) -> Void = { _ in }
  ) async -> [Findings] {
    let first = await run(lessons, only: chosen, watcher: watcher)
    var other = self
    other.conditions = conditions.changed
    let second = await other.run(lessons, only: chosen, watcher: watcher)
    return zip(lessons, zip(first, second)).map { lesson, pair in
      var findings = pair.0
      findings.faults += pair.1.faults
      if let difference = lesson.difference(pair.0, pair.1) {
        findings.diagnostics = (findings.diagnostics + [difference]).sorted(by: [lesson.file])
      }
      return findings
    }
  }
}

extension Lesson {
  /// The first place of the lesson where two runs found different things.
  fileprivate func difference(_ first: Findings, _ second: Findings) -> Diagnostic? {
    guard !first.diagnostics.hasErrors, first.faults + second.faults == [] else { return nil }
    if let failure = second.diagnostics.first(where: { $0.severity == .error }) {
      return .failsSecondTime(failure)
    }
    let (one, two) = (first.records, second.records)
    // As they travel: two NaNs are the same here.
    let equal = zip(one, two).prefix { Wire.line($0) == Wire.line($1) }.count
    guard equal < max(one.count, two.count) else { return nil }
    let differing = one.dropFirst(equal).first
    let step = step(of: one, at: equal)
    return .differs(
      at: Place(file: file, line: step?.line ?? 1), differing?.title ?? "what it records",
      differing.flatMap { a in two.dropFirst(equal).first.flatMap { a.change(to: $0) } })
  }

  /// The step to which a record belongs: the last that was marked, unless it is a mark itself.
  private func step(of records: [Record], at position: Int) -> Step? {
    records.prefix(position + 1).reversed().lazy.compactMap { record in
      self.steps.first { record.marks($0) }
    }.first
  }
}

extension Record {
  /// What it is, for a reader of the lesson.
  fileprivate var title: String {
    switch self {
    case .cell, .progress, .failure, .end: "what it records"
    case .output: "what it prints"
    case .value, .nothing: "the value"
    case .claim(let claim): "what the claim '\(claim.name)' measured"
    case .figure(_, let figure): "the figure '\(figure.name)'"
    case .table(_, let table): "the table '\(table.name)'"
    }
  }

  /// Both contents, where they are short.
  fileprivate func change(to other: Record) -> String? {
    switch (self, other) {
    case (.value(_, let old), .value(_, let new)): "\(old), then \(new)"
    default: nil
    }
  }
}
