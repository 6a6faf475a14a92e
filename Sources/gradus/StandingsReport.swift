import Laboratory

/// What `gradus why` prints: stale sessions by what made them stale, then those that are fresh.
struct StandingsReport {
  private let standings: [Standing]

  init(_ standings: [Standing]) { self.standings = standings }

  var text: String {
    var lines: [String] = []
    var told: Set<[String]> = []
    for standing in stale where told.insert(standing.reasons).inserted {
      lines += standing.reasons.enumerated().map {
        ($0.offset == 0 ? "stale: " : "       ") + $0.element
      }
      lines += stale.filter { $0.reasons == standing.reasons }.map { "  " + line($0) } + [""]
    }
    let fresh = standings.filter(\.reasons.isEmpty)
    if !fresh.isEmpty { lines += ["fresh:"] + fresh.map { "  " + line($0) } + [""] }
    lines.append("\(stale.count) of \(standings.count) sessions would run")
    return lines.joined(separator: "\n") + "\n"
  }

  private var stale: [Standing] { standings.filter { !$0.reasons.isEmpty } }

  private func line(_ standing: Standing) -> String {
    let name = standing.file + (standing.session.isEmpty ? "" : ", session \(standing.session)")
    return name + (standing.seconds.map { ": \(Duration.seconds($0).words) the last time" } ?? "")
  }
}
