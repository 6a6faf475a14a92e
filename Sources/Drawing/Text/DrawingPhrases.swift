/// The words that a drawing adds of its own, in one language.
///
/// A page in another language gives its own; a chart's titles and labels are its author's.
public struct Vocabulary: Equatable, Sendable {
  /// What stands in place of marks where there are none.
  public var noData: String
  /// What precedes the list of values without a place; `{list}` is replaced.
  public var notDrawn: String
  /// Of values: zero or negative on a logarithmic axis, after their number.
  public var notPositive: String
  /// Of values: outside the axes that the author set, after their number.
  public var beyondTheAxes: String
  /// Of values beyond the ends that the author gave the colours; `{count}` is replaced.
  public var beyondTheColours: String
  /// Of values that lie in no bin; `{count}` and `{total}` are replaced.
  public var outsideTheBins: String
  /// What precedes words that have no place; `{list}` is replaced.
  public var withoutPlace: String
  /// Of marks that are too many, by the kind; `{count}` and `{total}` are replaced.
  public var sampled: [String: String]
  /// Of lines that are not exact; `{distance}` is replaced.
  public var within: String
  /// Of a heat map with too many cells; `{columns}` and `{rows}` are replaced.
  public var blocks: String

  /// A vocabulary.
  public init(
    noData: String, notDrawn: String, notPositive: String, beyondTheAxes: String,
    beyondTheColours: String, outsideTheBins: String, withoutPlace: String,
    sampled: [String: String], within: String, blocks: String
  ) {
    self.noData = noData
    self.notDrawn = notDrawn
    self.notPositive = notPositive
    self.beyondTheAxes = beyondTheAxes
    self.beyondTheColours = beyondTheColours
    self.outsideTheBins = outsideTheBins
    self.withoutPlace = withoutPlace
    self.sampled = sampled
    self.within = within
    self.blocks = blocks
  }

  /// English.
  public static let english = Vocabulary(
    noData: "No data.",
    notDrawn: "Not drawn: {list}.",
    notPositive: "zero or negative, which a logarithmic axis cannot show (▼)",
    beyondTheAxes: "beyond the axes",
    beyondTheColours: "{count} beyond the ends of the colours, drawn in the last one.",
    outsideTheBins: "{count} of {total} values, outside the bins",
    withoutPlace: "Has no place for {list}.",
    sampled: Dictionary(
      uniqueKeysWithValues: kinds.map {
        ($0, "Draws {count} of {total} \($0), sampled evenly.")
      }),
    within: "Draws lines to within {distance} pixels.",
    blocks: "Each cell is the mean of {columns} × {rows}.")

  /// The kinds of marks of which a drawing may show a part, by their English names.
  public static let kinds = [
    "points", "bars", "rectangles", "ranges", "arrows", "rules", "texts", "annotations", "edges",
  ]

  func outsideTheBins(_ count: String, of total: String) -> String {
    replacing("{total}", by: total, in: replacing("{count}", by: count, in: outsideTheBins))
  }

  func withoutPlace(_ text: [String]) -> String {
    replacing("{list}", by: text.joined(separator: ", "), in: withoutPlace)
  }

  func sampled(_ kind: DownsamplingReport.Kind, drawn: String, of total: String) -> String {
    let text = sampled["\(kind)"] ?? ""
    return replacing("{total}", by: total, in: replacing("{count}", by: drawn, in: text))
  }

  func within(_ distance: String) -> String {
    replacing("{distance}", by: distance, in: within)
  }

  func notDrawn(_ parts: [String]) -> String {
    replacing("{list}", by: parts.joined(separator: ", "), in: notDrawn)
  }

  func beyondTheColours(_ count: Int) -> String {
    replacing("{count}", by: "\(count)", in: beyondTheColours)
  }

  func blocks(columns: Int, rows: Int) -> String {
    let half = replacing("{columns}", by: "\(columns)", in: blocks)
    return replacing("{rows}", by: "\(rows)", in: half)
  }
}

private func replacing(_ placeholder: String, by value: String, in template: String) -> String {
  guard let range = template.firstRange(of: placeholder) else { return template }
  return template[..<range.lowerBound] + value + template[range.upperBound...]
}
