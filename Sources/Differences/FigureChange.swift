internal import Charts
public import Records

/// A figure that is no longer what it was.
public struct FigureChange: Sendable {
  /// The figure as it is.
  public let figure: Figure
  /// What differs in its numbers.
  public let data: SheetChange?
  /// What differs in its words and lines.
  public let words: [WordChange]

  /// A figure as it was and as it is; nil where a reader sees and hears the same.
  init?(from old: Figure, to new: Figure) {
    figure = new
    data = SheetChange(from: Sheet(old), to: Sheet(new))
    let seen = [
      WordChange("title", firstOf: old.titles, new.titles),
      WordChange("caption", from: old.caption, to: new.caption),
      WordChange("varied", from: old.sweep?.variable, to: new.sweep?.variable),
      WordChange("axes", firstOf: old.axes, new.axes),
      WordChange("notes", firstOf: old.notes, new.notes),
    ].compactMap(\.self)
    words = data == nil && seen.isEmpty ? hidden(old, new) : seen
    if data == nil, words.isEmpty { return nil }
  }
}

/// What differs where nothing in the numbers and words does: how it is drawn, or its alt text, which
/// follows the numbers otherwise.
private func hidden(_ old: Figure, _ new: Figure) -> [WordChange] {
  let isRedrawn = old.frames.map(\.chart) != new.frames.map(\.chart)
  return [
    isRedrawn ? WordChange("marks", from: nil, to: "drawn in another way") : nil,
    WordChange("alt text", firstOf: old.frames.map(\.alt), new.frames.map(\.alt)),
  ].compactMap(\.self)
}

extension Figure {
  fileprivate var titles: [String?] { frames.map(\.chart.title) }

  fileprivate var axes: [String] {
    frames.flatMap { [$0.chart.xAxis.words, $0.chart.yAxis.words] }
  }

  /// What stands in the drawing that is no data: rules, texts and annotations.
  fileprivate var notes: [String] { frames.flatMap(\.chart.marks).compactMap(\.note) }
}

extension Axis {
  fileprivate var words: String {
    let ends = domain.map { " from \(Numeral($0.lowerBound)) to \(Numeral($0.upperBound))" } ?? ""
    return "\(label ?? "unnamed"), \(scale.rawValue)\(ends)"
  }
}

extension Mark {
  fileprivate var note: String? {
    let place: String? =
      switch shape {
      case .verticalRule(let x): "rule at x = \(x)"
      case .horizontalRule(let y): "rule at y = \(y)"
      case .text(let words, let x, let y): "\(words) at \(x), \(y)"
      default: nil
      }
    let words = [place, annotation].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ": ")
  }
}
