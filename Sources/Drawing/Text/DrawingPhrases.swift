/// The text that a drawing adds to a chart, in one language.
///
/// Titles and labels are the author's and are not translated.
public struct DrawingPhrases: Equatable, Sendable {
  /// Shown if a chart has no marks.
  public var noData: String
  /// Introduces the list of values that are not drawn; `{list}` is replaced.
  public var notDrawn: String
  /// Follows the number of zero or negative values on a logarithmic axis.
  public var notPositive: String
  /// Follows the number of values outside the axes that the author set.
  public var beyondTheAxes: String
  /// For values beyond the colour scale that the author set; `{count}` is replaced.
  public var beyondTheColours: String
  /// For values outside all bins; `{count}` and `{total}` are replaced.
  public var outsideTheBins: String
  /// Introduces text that cannot be placed; `{list}` is replaced.
  public var withoutPlace: String
  /// For sampled marks, by kind; `{count}` and `{total}` are replaced.
  public var sampled: [String: String]
  /// For simplified lines; `{distance}` is replaced.
  public var within: String
  /// For a heat map whose cells are averaged in blocks; `{columns}` and `{rows}` are replaced.
  public var blocks: String

  /// Creates phrases in a language from templates with placeholders.
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

  /// The English phrases, also used in warnings.
  public static let english = DrawingPhrases(
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

  /// The kinds of marks that can be sampled, by their English names.
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
