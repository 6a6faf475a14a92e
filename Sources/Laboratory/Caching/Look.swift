internal import Foundation

/// A session, and its kept run if there is one.
struct Look: Sendable {
  /// The session.
  let session: Session
  /// What can change its result; nil where that is not known, so that nothing can be kept.
  let fingerprint: Fingerprint?
  /// Its kept run.
  let kept: Archive.Kept?

  /// Looks for a session's kept run.
  init(_ session: Session, _ archive: Archive?) {
    self.session = session
    fingerprint = archive.flatMap { session.fingerprint(in: $0.surroundings) }
    kept = fingerprint.flatMap { archive?.kept(session, $0) }
  }
}

extension Archive {
  /// Looks for sessions' kept runs, here and where machines share them; without an archive, nothing
  /// is found.
  static func looks(
    at sessions: [Session], _ archive: Archive?, width: Int, _ tally: SharedTally
  ) async -> [Look] {
    var looks = await inParallel(sessions, width: width) { Look($0, archive) }
    guard let archive, let shared = archive.shared else { return looks }
    let missing = looks.filter { $0.kept == nil }.compactMap(\.fingerprint?.key)
    let fetched = await shared.fetch(Set(missing), tally)
    for (place, look) in looks.enumerated() {
      guard let fingerprint = look.fingerprint, fetched.contains(fingerprint.key) else { continue }
      looks[place] = Look(look.session, archive)
    }
    return looks
  }
}

extension Look {
  /// What decides when the session is run.
  func urgency(_ archive: Archive?) -> Urgency {
    let last = archive?.lastRuns[session.program]
    let engineIsNew = last.map { $0.engine != archive?.surroundings.engine } ?? false
    return Urgency(
      seconds: last?.seconds,
      edited: engineIsNew ? timeOfEdit(session.program.file) : nil)
  }
}

private func timeOfEdit(_ file: String) -> Double {
  let attributes = try? FileManager.default.attributesOfItem(atPath: file)
  return (attributes?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
}
