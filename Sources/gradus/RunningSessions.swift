package import Laboratory

/// The sessions that run, in words.
package struct RunningSessions {
  package typealias Instant = ContinuousClock.Instant

  /// A session takes long from here on: it is told that it ended.
  static let long = Duration.seconds(1)
  /// So often it is told that a session still runs.
  static let interval = Duration.seconds(30)

  fileprivate struct Session {
    let subject: Event.Subject
    let start: Instant
    let expected: Double?
    var moment: Event.Moment?
    /// The first step that was seen of the cell that runs, and when.
    var first: (step: Int, at: Instant)?
    var told: Instant
  }

  private var sessions: [Session] = []

  /// Before any runs.
  package init() {}

  /// Takes note of what happens; the line for a log that tells of it, if one should.
  package mutating func note(_ event: Event, at now: Instant) -> String? {
    switch event {
    case .began(let subject, let expected):
      sessions.append(Session(subject: subject, start: now, expected: expected, told: now))
    case .reached(let subject, let moment):
      guard let index = index(subject) else { return nil }
      sessions[index].reach(moment, at: now)
    case .ended(let subject, let succeeded):
      guard let index = index(subject) else { return nil }
      let time = now - sessions.remove(at: index).start
      guard time >= RunningSessions.long else { return nil }
      return "\(subject.words): \(succeeded ? "ran in" : "failed after") \(time.words)"
    case .unprotected: break
    }
    return nil
  }

  /// A line for each session, for a terminal.
  func lines(at now: Instant) -> [(name: String, details: String)] {
    sessions.map { session in
      let name = session.subject.words(line: session.moment?.line)
      return (name, session.details(at: now).joined(separator: ", "))
    }
  }

  /// A line for each session of which a log has not heard for long.
  package mutating func longOnes(at now: Instant) -> [String] {
    sessions.indices.compactMap { index -> String? in
      guard now - sessions[index].told >= RunningSessions.interval else { return nil }
      sessions[index].told = now
      let session = sessions[index]
      let details = ["still runs after \((now - session.start).words)"] + session.details(at: now)
      return session.subject.words(line: session.moment?.line) + ": "
        + details.joined(separator: ", ")
    }
  }

  private func index(_ subject: Event.Subject) -> Int? {
    sessions.firstIndex { $0.subject == subject }
  }
}

extension RunningSessions.Session {
  fileprivate mutating func reach(_ new: Event.Moment, at now: ContinuousClock.Instant) {
    if new.line != moment?.line { first = nil }
    if let step = new.step, first == nil || step.number < first?.step ?? 0 {
      first = (step.number, now)
    }
    moment = new
  }

  /// What there is to say, the most telling first.
  fileprivate func details(at now: ContinuousClock.Instant) -> [String] {
    guard let moment else { return ["compiling"] }
    var details: [String] = []
    if let step = moment.step { details.append("step \(step.number) of \(step.count)") }
    if let rate = rate(at: now) { details.append("\(rate.words) steps/s") }
    if let left = left(at: now) { details.append("\(left.words) left") }
    return details.isEmpty ? ["running"] : details
  }

  /// Steps a second, once there have been some.
  private func rate(at now: ContinuousClock.Instant) -> Double? {
    guard let first, let step = moment?.step, step.number > first.step else { return nil }
    let seconds = (now - first.at) / .seconds(1)
    return seconds > 0.5 ? Double(step.number - first.step) / seconds : nil
  }

  /// The time that is left, by the last run.
  private func left(at now: ContinuousClock.Instant) -> Duration? {
    let passed = (now - start) / .seconds(1)
    guard let expected, expected > passed else { return nil }
    return .seconds(expected - passed)
  }
}

extension Event.Subject {
  /// The lesson, and the session if it has a name.
  var words: String { words(line: nil) }

  /// The same with the line that runs.
  func words(line: Int?) -> String {
    file + (line.map { ":\($0)" } ?? "") + (session.map { " (\($0))" } ?? "")
  }
}

extension Double {
  /// A rate in two digits or so.
  fileprivate var words: String {
    if self >= 9.95 { return "\(Int(rounded()))" }
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
