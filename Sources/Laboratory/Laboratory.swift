internal import Foundation
public import Lessons
internal import Records

/// Runs the cells of lessons: each session is a program of its own, and several run at a time.
public struct Laboratory: Sendable {
  private let compiler: Compiler
  private let jobs: Int
  private let scratch: String
  /// What a session may use beside its time, which lessons choose.
  package var limits = Limits.session

  /// A laboratory.
  ///
  /// - Parameters:
  ///   - installation: What programs are compiled with.
  ///   - cache: The folder for what may be kept from one build to the next.
  ///   - jobs: How many programs are compiled or run at a time; without it, one a core.
  ///   - scratch: The folder in which each program gets one of its own, for as long as it runs.
  public init(
    _ installation: Installation, cache: String,
    jobs: Int? = nil, scratch: String? = nil
  ) {
    compiler = Compiler(installation: installation, moduleCache: cache + "/modules")
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    self.scratch = scratch ?? NSTemporaryDirectory()
  }

  /// Runs all cells of the lessons.
  ///
  /// - Returns: What was found, lesson by lesson in their order; how many jobs ran at a time makes
  ///   no difference. A session that fails stops no other.
  public func run(_ lessons: [Lesson]) async -> [Findings] {
    let sessions = lessons.indices.flatMap { lesson in
      lessons[lesson].sessions.map { (lesson: lesson, session: Session($0, of: lessons[lesson])) }
    }
    let findings = await inParallel(sessions.map(\.session))
    return lessons.indices.map { lesson in
      let own = zip(sessions, findings).filter { $0.0.lesson == lesson }.map(\.1)
      return Findings(of: lessons[lesson], sessions: own)
    }
  }

  /// The findings of sessions, in their order, of which at most `jobs` run at a time.
  private func inParallel(_ sessions: [Session]) async -> [Findings] {
    await withTaskGroup(of: (Int, Findings).self) { group in
      var findings = [Findings](repeating: Findings(), count: sessions.count)
      for (number, session) in sessions.enumerated() {
        if number >= jobs, let (done, found) = await group.next() { findings[done] = found }
        group.addTask { (number, await self.findings(of: session)) }
      }
      for await (done, found) in group { findings[done] = found }
      return findings
    }
  }

  private func findings(of session: Session) async -> Findings {
    do throws(Fault) {
      return try await session.run(compiler, within: limits, in: scratch)
    } catch {
      return Findings(faults: [error])
    }
  }
}

extension Findings {
  /// The findings of a lesson's sessions, in the order of its cells and lines.
  fileprivate init(of lesson: Lesson, sessions: [Findings]) {
    let placed = sessions.flatMap { $0.records.placed(in: lesson) }.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    records = placed.map(\.element.record).renumbered()
    diagnostics = (sessions.flatMap(\.diagnostics) + lesson.literalClaims)
      .sorted(by: [lesson.file])
    faults = sessions.flatMap(\.faults)
    isComplete = sessions.allSatisfy(\.isComplete)
  }
}

extension [Record] {
  /// Each record with the position of the step, among all of the lesson's, that made it.
  fileprivate func placed(in lesson: Lesson) -> [(position: Int, record: Record)] {
    var position = 0
    return map { record in
      switch record {
      case .end: return (lesson.steps.count, record)
      case .failure(let failure): return (lesson.position(ofCell: failure.cell), record)
      default:
        position = lesson.steps.firstIndex(where: { record.marks($0) }) ?? position
        return (position, record)
      }
    }
  }

  /// The same with figures and tables numbered through, since every program begins with its own
  /// first.
  fileprivate func renumbered() -> [Record] {
    var count = 0
    return map { record in
      guard record.id != nil else { return record }
      count += 1
      return record.with(id: count)
    }
  }
}

extension Lesson {
  fileprivate func position(ofCell index: Int) -> Int {
    steps.firstIndex { step in
      if case .cell(let cell) = step { cell.index == index } else { false }
    } ?? steps.count
  }
}
