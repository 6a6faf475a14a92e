package import Markup

/// Words in a drawing.
package enum TextRendering {
  /// Words in their notation: `10⁻⁶` as 10 with a small −6 above the line, `h_t` with a small t
  /// below it.
  package static func spans(_ text: String) -> HTML {
    var html = HTML()
    var height = 0
    for run in Notation.runs(of: text) {
      let shift = height - run.level.height
      let cssClass: HTML? = run.level == .line ? nil : " class=\"sup\""
      html += shift == 0 ? "\(run.text)" : "<tspan\(cssClass) dy=\"\(shift)\">\(run.text)</tspan>"
      height = run.level.height
    }
    return html
  }

  /// One line of words; its baseline lies so that `y` is the middle of a digit.
  static func text(_ text: String, at point: Point, style: SVGTextStyle) -> HTML {
    let isDefault = style.anchor == .start || style.isAnchoredByGroup
    let anchor: HTML = isDefault ? "" : " text-anchor=\"\(style.anchor.rawValue)\""
    let place: HTML = "x=\"\(coordinate(point.x))\" y=\"\(coordinate(point.y + 4.6))\""
    let cssClass: HTML = style.cssClass.isEmpty ? "" : " class=\"\(style.cssClass)\""
    let turn: HTML =
      style.isRotated
      ? " transform=\"rotate(-90 \(coordinate(point.x)) \(coordinate(point.y)))\"" : ""
    return "<text\(cssClass) \(place)\(anchor)\(turn)>\(spans(text))</text>"
  }
}

extension Notation.Level {
  /// How far letters stand above the line, in pixels.
  fileprivate var height: Int {
    switch self {
    case .line: 0
    case .raised: 5
    case .lowered: -4
    }
  }
}

/// How a line of words is set.
struct SVGTextStyle {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// Classes of the style sheet.
  var cssClass = ""
  var anchor = Anchor.start
  /// Whether the group around the words says where they are set from.
  var isAnchoredByGroup = false
  /// Whether the words read upwards.
  var isRotated = false
}
