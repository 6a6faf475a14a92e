internal import Records

/// What the list says of one difference: a first line, and what stands below it.
struct Paragraph {
  /// What it is about.
  var lead: String
  /// What there is to say of it.
  var rest = ""
  /// What else there is to say, a line each.
  var below: [String] = []
  /// How the lead is set apart.
  var style: Style?

  init(_ lead: String, _ rest: String) { (self.lead, self.rest) = (lead, rest) }

  init(_ difference: Difference) {
    lead = Paragraph.name(of: difference.change)
    switch difference.change {
    case .claim(let claim):
      lead += claim.verdictWords
      style = claim.style
      rest = claim.measuredWords
      below = [claim.demandWords].compactMap(\.self)
    case .value(let value):
      if value.code != value.formerCode { below = ["it was `\(value.formerCode)`"] }
      let (from, to) = excerpts(value.from, value.to)
      rest = "\(from) → \(to)" + (value.movement?.amountInBrackets ?? "")
    case .figure(let figure):
      take(figure.data?.phrases(of: "point", and: "series") ?? [], figure.words)
    case .table(let table):
      take(table.data?.phrases(of: "row", and: "column") ?? [], table.words)
    case .output(let text, _), .failure(let text, _):
      lead += ", line \(text.line)"
      let (from, to) = excerpts(text.from ?? "nothing", text.to ?? "nothing")
      below = ["was: \(from)", "now: \(to)"]
    case .new, .gone: break
    }
  }

  private mutating func take(_ phrases: [String], _ words: [WordChange]) {
    let all =
      phrases
      + words.map { change in
        guard change.from != nil || change.what != "marks" else { return change.to ?? "" }
        let (from, to) = excerpts(change.from ?? "", change.to ?? "")
        return "\(change.what) '\(from)' → '\(to)'"
      }
    rest = all.first ?? ""
    below = Array(all.dropFirst())
  }
}

extension Paragraph {
  static func name(of change: Difference.Change) -> String {
    switch change {
    case .claim(let claim): name(of: .claim(claim.to.name))
    case .value(let value): name(of: .value(value.code))
    case .figure(let figure): name(of: .figure(figure.figure.name))
    case .table(let table): name(of: .table(table.table.name))
    case .output(_, let label): name(of: .output(label: label))
    case .failure(_, let label): name(of: .failure(label: label))
    case .new(let thing), .gone(let thing): name(of: thing)
    }
  }

  static func name(of thing: Difference.Thing) -> String {
    switch thing {
    case .lesson: "the whole lesson"
    case .claim(let name): "claim '\(name)'"
    case .value(let code): "`\(code)`"
    case .figure(let name): "figure '\(name)'"
    case .table(let name): "table '\(name)'"
    case .output(let label): "output" + (label.map { " of '\($0)'" } ?? "")
    case .failure(let label): "failure" + (label.map { " of '\($0)'" } ?? "")
    }
  }
}
