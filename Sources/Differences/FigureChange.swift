internal import Charts
public import Records

/// A figure whose numbers, wording or drawing differ.
public struct FigureChange: Sendable {
  /// The figure now.
  public let figure: Figure
  /// The differences in its numbers; nil if there are none.
  public let data: DataChange?
  /// The differences in its titles, axes, notes and other text.
  public let wording: [WordingChange]

  /// Compares a figure in two builds; nil if nothing differs for a reader.
  init?(from old: Figure, to new: Figure) {
    figure = new
    data = DataChange(from: KeyedTable(old), to: KeyedTable(new))
    let visible = [
      WordingChange("title", firstOf: old.titles, new.titles),
      WordingChange("caption", from: old.caption, to: new.caption),
      WordingChange("varied", from: old.sweep?.variable, to: new.sweep?.variable),
      WordingChange("axes", firstOf: old.axes, new.axes),
      WordingChange("notes", firstOf: old.notes, new.notes),
    ].compactMap(\.self)
    wording = data == nil && visible.isEmpty ? hiddenChanges(old, new) : visible
    if data == nil, wording.isEmpty { return nil }
  }
}

/// The changes of drawing and alt text, which matter only if numbers and wording are the same: otherwise
/// they follow from those.
private func hiddenChanges(_ old: Figure, _ new: Figure) -> [WordingChange] {
  let isRedrawn = old.frames.map(\.chart) != new.frames.map(\.chart)
  return [
    isRedrawn ? WordingChange("marks", from: nil, to: "drawn differently") : nil,
    WordingChange("alt text", firstOf: old.frames.map(\.alt), new.frames.map(\.alt)),
  ].compactMap(\.self)
}

extension Figure {
  fileprivate var titles: [String?] { frames.map(\.chart.title) }

  fileprivate var axes: [String] {
    frames.flatMap { [$0.chart.xAxis.summary, $0.chart.yAxis.summary] }
  }

  /// The parts of the drawing that are not data: rules, texts and annotations.
  fileprivate var notes: [String] { frames.flatMap(\.chart.marks).compactMap(\.note) }
}

extension Axis {
  fileprivate var summary: String {
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
      case .text(let text, let x, let y): "\(text) at \(x), \(y)"
      default: nil
      }
    let parts = [place, annotation].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
