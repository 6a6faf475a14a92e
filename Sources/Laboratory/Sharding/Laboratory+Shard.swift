public import Lessons

extension Laboratory {
  /// Returns the names of a shard's sessions, lesson by lesson.
  ///
  /// Shards run on different machines and at different times, and must agree on the assignment. So
  /// it depends only on the course and the times in its folder: not on which sessions are stale,
  /// since caches fill while shards run, and not on local times, the compiler or the processor.
  /// Sessions with the same content are one run, and so in one shard.
  package static func sessions(
    of shard: Shard, in lessons: [Lesson], by times: SessionTimes = SessionTimes()
  ) -> [[String]] {
    let jobs = lessons.flatMap { lesson in
      lesson.sessions.map {
        ShardBalancer.Job(
          name: Session($0, of: lesson).content, load: times.load(of: $0, in: lesson))
      }
    }
    var shards = ShardBalancer.shards(of: jobs, count: shard.count)[...]
    return lessons.map { lesson in
      lesson.sessions.filter { _ in shards.popFirst() == shard.number - 1 }
    }
  }

  /// Runs a shard's sessions, as ``run(_:watcher:)`` does for all.
  ///
  /// - Parameters:
  ///   - shard: The shard to run.
  ///   - lessons: All lessons of the course, in their order.
  ///   - times: The durations of their sessions; by default, all are equal.
  ///   - watcher: Receives events, from any thread.
  /// - Returns: The results, lesson by lesson; empty for lessons without a session in the shard.
  public func run(
    _ shard: Shard, of lessons: [Lesson], by times: SessionTimes = SessionTimes(),
    watcher: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async -> [RunResult] {
    let sessions = Laboratory.sessions(of: shard, in: lessons, by: times)
    let results = await run(lessons, sessions: sessions, trims: false, watcher: watcher)
    return zip(results, sessions).map { $1.isEmpty ? RunResult() : $0 }
  }
}

extension Session {
  /// A digest of the session's content, independent of the machine and of where the course is.
  fileprivate var content: String {
    fingerprint(in: .anywhere())?.key ?? "\(program.file)\n\(program.session)"
  }
}
