internal import Foundation

/// A session with its fingerprint and its cached run, if any.
struct CacheLookup: Sendable {
  /// The session.
  let session: Session
  /// The fingerprint of the session; nil if it is unknown, so that nothing can be cached.
  let fingerprint: Fingerprint?
  /// The cached run; nil for a miss.
  let hit: SessionCache.Hit?

  /// Looks up the cached run of a session.
  init(_ session: Session, _ sessionCache: SessionCache?) {
    self.session = session
    fingerprint = sessionCache.flatMap { session.fingerprint(in: $0.toolchain) }
    hit = fingerprint.flatMap { sessionCache?.hit(session, $0) }
  }
}

extension SessionCache {
  /// Looks up the cached runs of sessions, in the local cache and then in the remote one; without a
  /// cache, all are misses.
  static func lookUp(
    _ sessions: [Session], _ sessionCache: SessionCache?, width: Int, counts: SharedRunCounts
  ) async -> [CacheLookup] {
    var lookups = await concurrentMap(sessions, width: width) { CacheLookup($0, sessionCache) }
    guard let sessionCache, let remoteRuns = sessionCache.remoteRuns else { return lookups }
    let missing = lookups.filter { $0.hit == nil }.compactMap(\.fingerprint?.key)
    let fetched = await remoteRuns.fetch(Set(missing), counts)
    for (place, lookup) in lookups.enumerated() {
      guard let fingerprint = lookup.fingerprint, fetched.contains(fingerprint.key) else {
        continue
      }
      lookups[place] = CacheLookup(lookup.session, sessionCache)
    }
    return lookups
  }
}

extension CacheLookup {
  /// Returns the priority of the session's run.
  func priority(_ sessionCache: SessionCache?) -> RunPriority {
    let last = sessionCache?.lastRuns[session.program]
    let engineIsNew = last.map { $0.engine != sessionCache?.toolchain.engine } ?? false
    return RunPriority(
      seconds: last?.seconds,
      edited: engineIsNew ? timeOfEdit(session.program.file) : nil)
  }
}

private func timeOfEdit(_ file: String) -> Double {
  let attributes = try? FileManager.default.attributesOfItem(atPath: file)
  return (attributes?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
}
