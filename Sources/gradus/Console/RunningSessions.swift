package import Laboratory

/// The running sessions, and the lines that describe their progress.
package struct RunningSessions {
  package typealias Instant = ContinuousClock.Instant

  /// From this duration on, the end of a session is reported.
  static let long = Duration.seconds(1)
  /// The interval at which a session is reported as still running.
  static let interval = Duration.seconds(30)

  fileprivate struct Session {
    let subject: RunEvent.SessionID
    let start: Instant
    let expected: Double?
    var moment: RunEvent.Position?
    /// The first step seen of the running cell, and when.
    var first: (step: Int, at: Instant)?
    var lastReport: Instant
  }

  private var sessions: [Session] = []

  /// Starts with no running sessions.
  package init() {}

  /// Records an event; returns a line for the log if the event is worth one.
  package mutating func note(_ event: RunEvent, at now: Instant) -> String? {
    switch event {
    case .started(let subject, let expected):
      sessions.append(Session(subject: subject, start: now, expected: expected, lastReport: now))
    case .progressed(let subject, let moment):
      guard let index = index(subject) else { return nil }
      sessions[index].reach(moment, at: now)
    case .finished(let subject, let succeeded):
      guard let index = index(subject) else { return nil }
      let time = now - sessions.remove(at: index).start
      guard time >= RunningSessions.long else { return nil }
      return "\(subject.text): \(succeeded ? "ran in" : "failed after") \(time.text)"
    case .notIsolated: break
    }
    return nil
  }

  /// A line for each running session, for a terminal.
  func lines(at now: Instant) -> [(name: String, details: String)] {
    sessions.map { session in
      let name = session.subject.text(line: session.moment?.line)
      return (name, session.details(at: now).joined(separator: ", "))
    }
  }

  /// A line for each session whose last report is older than the interval, for a log.
  package mutating func overdueLines(at now: Instant) -> [String] {
    sessions.indices.compactMap { index -> String? in
      guard now - sessions[index].lastReport >= RunningSessions.interval else { return nil }
      sessions[index].lastReport = now
      let session = sessions[index]
      let details = ["still running after \((now - session.start).text)"] + session.details(at: now)
      return session.subject.text(line: session.moment?.line) + ": "
        + details.joined(separator: ", ")
    }
  }

  private func index(_ subject: RunEvent.SessionID) -> Int? {
    sessions.firstIndex { $0.subject == subject }
  }
}

extension RunningSessions.Session {
  fileprivate mutating func reach(_ new: RunEvent.Position, at now: ContinuousClock.Instant) {
    if new.line != moment?.line { first = nil }
    if let step = new.step, first == nil || step.number < first?.step ?? 0 {
      first = (step.number, now)
    }
    moment = new
  }

  /// Step, speed and remaining time, as far as they are known.
  fileprivate func details(at now: ContinuousClock.Instant) -> [String] {
    guard let moment else { return ["compiling"] }
    var details: [String] = []
    if let step = moment.step { details.append("step \(step.number) of \(step.count)") }
    if let rate = rate(at: now) { details.append("\(rate.rateText) steps/s") }
    if let remaining = remaining(at: now) { details.append("\(remaining.text) left") }
    return details.isEmpty ? ["running"] : details
  }

  /// Steps per second, once more than half a second has passed since the first step.
  private func rate(at now: ContinuousClock.Instant) -> Double? {
    guard let first, let step = moment?.step, step.number > first.step else { return nil }
    let seconds = (now - first.at) / .seconds(1)
    return seconds > 0.5 ? Double(step.number - first.step) / seconds : nil
  }

  /// The remaining time, estimated from the duration of the last run.
  private func remaining(at now: ContinuousClock.Instant) -> Duration? {
    let elapsed = (now - start) / .seconds(1)
    guard let expected, expected > elapsed else { return nil }
    return .seconds(expected - elapsed)
  }
}

extension RunEvent.SessionID {
  /// The lesson's file, and the session if it has a name.
  fileprivate var text: String { text(line: nil) }

  /// The lesson's file with the line that is running, and the session if it has a name.
  fileprivate func text(line: Int?) -> String {
    file + (line.map { ":\($0)" } ?? "") + (session.map { " (\($0))" } ?? "")
  }
}

extension Double {
  /// The number with one decimal below 10, else rounded to an integer.
  fileprivate var rateText: String {
    if self >= 9.95 { return "\(Int(rounded()))" }
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
