import Laboratory

/// The output of `gradus why`: stale sessions grouped by reason, then those that are up to date.
struct FreshnessReport {
  private let sessions: [Freshness]

  init(_ sessions: [Freshness]) { self.sessions = sessions }

  var text: String {
    var lines: [String] = []
    var listed: Set<[String]> = []
    for session in stale where listed.insert(session.reasons).inserted {
      lines += session.reasons.enumerated().map {
        ($0.offset == 0 ? "stale: " : "       ") + $0.element
      }
      lines += stale.filter { $0.reasons == session.reasons }.map { "  " + line($0) } + [""]
    }
    let upToDate = sessions.filter(\.reasons.isEmpty)
    if !upToDate.isEmpty { lines += ["up to date:"] + upToDate.map { "  " + line($0) } + [""] }
    lines.append("\(stale.count) of \(sessions.count) sessions would run")
    return lines.joined(separator: "\n") + "\n"
  }

  private var stale: [Freshness] { sessions.filter { !$0.reasons.isEmpty } }

  private func line(_ session: Freshness) -> String {
    let name = session.file + (session.session.isEmpty ? "" : ", session \(session.session)")
    return name + (session.seconds.map { ": \(Duration.seconds($0).text) last time" } ?? "")
  }
}
