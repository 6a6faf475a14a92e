internal import Foundation
public import Lessons
internal import Records

extension Laboratory {
  /// Runs every session twice; the second run has another folder, time zone and order of hashes.
  ///
  /// - Parameters:
  ///   - lessons: The lessons.
  ///   - chosen: The names of the lessons to run; nil for all.
  ///   - watcher: Receives events, from any thread.
  /// - Returns: The results of the first run; for each lesson, a diagnostic at the first place
  ///   where the second run differs is added.
  public func runTwice(
    _ lessons: [Lesson], only chosen: Set<String>? = nil,
    watcher: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async -> [RunResult] {
    let first = await run(lessons, only: chosen, watcher: watcher)
    var other = self
    other.options = options.varied
    let second = await other.run(lessons, only: chosen, watcher: watcher)
    return zip(lessons, zip(first, second)).map { lesson, pair in
      var results = pair.0
      results.faults += pair.1.faults
      if let difference = lesson.difference(pair.0, pair.1) {
        results.diagnostics = (results.diagnostics + [difference]).sorted(by: [lesson.file])
      }
      return results
    }
  }
}

extension Lesson {
  /// The diagnostic of the first difference between two runs; nil if they are equal.
  fileprivate func difference(_ first: RunResult, _ second: RunResult) -> Diagnostic? {
    guard !first.diagnostics.hasErrors, first.faults + second.faults == [] else { return nil }
    if let failure = second.diagnostics.first(where: { $0.severity == .error }) {
      return .failsSecondTime(failure)
    }
    let one = first.records
    let two = second.records
    // Compared as encoded, so that NaN equals NaN.
    let equal = zip(one, two).prefix { Wire.line($0) == Wire.line($1) }.count
    guard equal < max(one.count, two.count) else { return nil }
    let differing = one.dropFirst(equal).first
    let step = step(of: one, at: equal)
    return .differs(
      at: Place(file: file, line: step?.line ?? 1), what: differing?.title ?? "the records",
      change: differing.flatMap { a in two.dropFirst(equal).first.flatMap { a.change(to: $0) } })
  }

  /// The step to which a record belongs: that of the last mark at or before `position`.
  private func step(of records: [Record], at position: Int) -> Step? {
    records.prefix(position + 1).reversed().lazy.compactMap { record in
      self.steps.first { record.marks($0) }
    }.first
  }
}

extension Record {
  /// A description of the record for authors.
  fileprivate var title: String {
    switch self {
    case .cell, .progress, .failure, .end: "the records"
    case .output: "the output"
    case .value, .nothing: "the value"
    case .claim(let claim): "the value of the claim '\(claim.name)'"
    case .figure(_, let figure): "the figure '\(figure.name)'"
    case .table(_, let table): "the table '\(table.name)'"
    }
  }

  /// Both versions of a record, if they are short.
  fileprivate func change(to other: Record) -> String? {
    switch (self, other) {
    case (.value(_, let old), .value(_, let new)): "\(old), then \(new)"
    default: nil
    }
  }
}
