package import Markup

/// Renders text as SVG.
package enum TextRendering {
  /// Text with superscripts and subscripts as spans: `10⁻⁶` with a raised −6, `h_t` with a lowered
  /// t.
  package static func spans(_ text: String) -> HTML {
    var html = HTML()
    var height = 0
    for run in Notation.runs(of: text) {
      let shift = height - run.level.height
      let cssClass: HTML? = run.level == .baseline ? nil : " class=\"sup\""
      html += shift == 0 ? "\(run.text)" : "<tspan\(cssClass) dy=\"\(shift)\">\(run.text)</tspan>"
      height = run.level.height
    }
    return html
  }

  /// A line of text whose digits are vertically centred on the point.
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
  /// The height above the baseline in pixels.
  fileprivate var height: Int {
    switch self {
    case .baseline: 0
    case .raised: 5
    case .lowered: -4
    }
  }
}

/// The style of a line of text.
struct SVGTextStyle {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// The CSS classes.
  var cssClass = ""
  var anchor = Anchor.start
  /// Whether the enclosing group sets the anchor.
  var isAnchoredByGroup = false
  /// Whether the text is rotated to read upwards.
  var isRotated = false
}
