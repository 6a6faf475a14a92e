public import Lessons

extension Laboratory {
  /// The sessions of a shard, lesson by lesson.
  ///
  /// Shards run on machines of their own, at times of their own, and must come to the same shares.
  /// So nothing counts but the course that all of them see, with the times that its author noted:
  /// neither which sessions are stale, since caches fill while shards run, nor how long sessions took
  /// here, nor the compiler and processor. Sessions of the same content are one run, and so in one
  /// share.
  package static func share(
    _ shard: Shard, of lessons: [Lesson], by times: SessionTimes = SessionTimes()
  ) -> [[String]] {
    let pieces = lessons.flatMap { lesson in
      lesson.sessions.map {
        Shares.Piece(
          name: Session($0, of: lesson).content, load: times.load(of: $0, in: lesson))
      }
    }
    var shares = Shares.shares(of: pieces, among: shard.count)[...]
    return lessons.map { lesson in
      lesson.sessions.filter { _ in shares.popFirst() == shard.number - 1 }
    }
  }

  /// Finds what a shard's sessions give, as ``run(_:watcher:)`` does for all.
  ///
  /// - Parameters:
  ///   - shard: Which share of the sessions is run.
  ///   - lessons: All lessons of the course, in their order.
  ///   - times: How long their sessions take; without, they count alike.
  ///   - watcher: Who is told what happens, from any thread.
  /// - Returns: What was found, lesson by lesson; of lessons without a session in the share, nothing.
  public func run(
    _ shard: Shard, of lessons: [Lesson], by times: SessionTimes = SessionTimes(),
    watcher: @escaping @Sendable (Event) -> Void = { _ in }
  ) async -> [Findings] {
    let share = Laboratory.share(shard, of: lessons, by: times)
    let findings = await run(lessons, sessions: share, trims: false, watcher)
    return zip(findings, share).map { $1.isEmpty ? Findings() : $0 }
  }
}

extension Session {
  /// What tells the session from others in the course, wherever the course is.
  fileprivate var content: String {
    fingerprint(in: .anywhere())?.key ?? "\(program.file)\n\(program.session)"
  }
}
