internal import Records

/// The text of one difference: a first line and further lines below.
struct ListItem {
  /// The subject at the start of the first line.
  var lead: String
  /// The rest of the first line.
  var rest = ""
  /// The lines below.
  var below: [String] = []
  /// The style of the lead.
  var style: Style?

  init(_ lead: String, _ rest: String) {
    self.lead = lead
    self.rest = rest
  }

  init(_ difference: Difference) {
    lead = ListItem.name(of: difference.change)
    switch difference.change {
    case .claim(let claim):
      lead += claim.verdictText
      style = claim.style
      rest = claim.measuredText
      below = [claim.demandText].compactMap(\.self)
    case .value(let value):
      if value.code != value.formerCode { below = ["previously `\(value.formerCode)`"] }
      let (from, to) = excerpts(value.from, value.to)
      rest = "\(from) → \(to)" + (value.numberChange?.amountInBrackets ?? "")
    case .figure(let figure):
      setLines(figure.data?.phrases(of: "point", and: "series") ?? [], figure.wording)
    case .table(let table):
      setLines(table.data?.phrases(of: "row", and: "column") ?? [], table.wording)
    case .output(let text, _), .failure(let text, _):
      lead += ", line \(text.line)"
      let (from, to) = excerpts(text.from ?? "nothing", text.to ?? "nothing")
      below = ["was: \(from)", "now: \(to)"]
    case .new, .removed: break
    }
  }

  private mutating func setLines(_ phrases: [String], _ wording: [WordingChange]) {
    let all =
      phrases
      + wording.map { change in
        guard change.from != nil || change.what != "marks" else { return change.to ?? "" }
        let (from, to) = excerpts(change.from ?? "", change.to ?? "")
        return "\(change.what) '\(from)' → '\(to)'"
      }
    rest = all.first ?? ""
    below = Array(all.dropFirst())
  }
}

extension ListItem {
  static func name(of change: Difference.Change) -> String {
    switch change {
    case .claim(let claim): name(of: .claim(claim.to.name))
    case .value(let value): name(of: .value(value.code))
    case .figure(let figure): name(of: .figure(figure.figure.name))
    case .table(let table): name(of: .table(table.table.name))
    case .output(_, let label): name(of: .output(label: label))
    case .failure(_, let label): name(of: .failure(label: label))
    case .new(let item), .removed(let item): name(of: item)
    }
  }

  static func name(of item: Difference.Item) -> String {
    switch item {
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
