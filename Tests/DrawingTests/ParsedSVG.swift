import Charts
import Drawing
import Foundation
import FoundationXML
import Markup
import Testing

/// A drawing parsed as XML.
final class ParsedSVG: NSObject, XMLParserDelegate {
  struct Text {
    var text: String
    /// The text with `^` before superscripts and subscripts.
    var notation: String
    var box: Box
    /// The CSS classes.
    var kind = ""
    /// The class of the axis that the tick label belongs to, and its index in the drawing.
    var axis: (kind: String, number: Int)?
  }

  private(set) var texts: [Text] = []
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// The paths of marks and axes in document order, in the coordinates of the drawing.
  private(set) var paths: [Path] = []
  private(set) var title = ""
  private(set) var summary = ""
  let size: Drawing.Size
  let bytes: Int
  private var content = ""
  private var notation = ""
  private var contentWidth = 0.0
  private var isRaised = false
  private var open: [String: String] = [:]
  private var panel = -1
  private var isAmongValues = false
  /// The translations of the enclosing groups.
  private var shifts: [(x: Double, y: Double)] = []
  /// The classes of the enclosing groups.
  private var groups: [String] = []
  private var anchors: [String?] = []
  private var axisCount = 0

  /// A path with its CSS classes and its subpaths.
  struct Path {
    var classes: Set<String>
    var parts: [PathReader.Part]
    /// The index of the small multiple that contains it.
    var panel: Int
  }

  /// Draws a chart and parses the result; throws if it is not well-formed XML.
  convenience init(_ chart: Chart, _ size: Drawing.Size, alt: String = "alt") throws {
    try self.init(Drawing.svg(of: chart, size: size, id: "test", alt: alt).text, size)
  }

  /// Parses a drawing; throws if it is not well-formed XML.
  init(_ text: String, _ size: Drawing.Size) throws {
    self.size = size
    bytes = text.utf8.count
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError)) in \(text)")
  }

  var width: Double { size == .wide ? 640 : 340 }

  /// The values of all attributes that contain coordinates.
  var coordinates: [String] {
    elements.flatMap { element in
      ["d", "x", "y", "viewBox", "dy"].compactMap { element.attributes[$0] }
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
    if name == "path", !isAmongValues { paths.append(path(attributes)) }
    isRaised = attributes["class"] == "sup"
    if name == "g" {
      shifts.append(shift(attributes["transform"] ?? ""))
      if attributes["transform"] != nil { panel += 1 }
      if attributes["class"] == "marks" { isAmongValues = true }
      groups.append(attributes["class"] ?? "")
      anchors.append(attributes["text-anchor"] ?? anchors.last ?? nil)
      if groups.last?.hasSuffix("-axis") ?? false { axisCount += 1 }
    }
    guard name != "tspan" else { return }
    content = ""
    notation = ""
    contentWidth = 0
    open = attributes
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    content += string
    notation += (isRaised ? "^" : "") + string
    let isBold = open["class"]?.contains("label") ?? false
    let sizes: [Drawing.Size: [Double]] = [.wide: [13.5, 11.5], .narrow: [14, 12]]
    let size = sizes[size]?[isRaised ? 1 : 0] ?? .nan
    contentWidth += TextWidth.of(string, size: size, bold: isBold)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "g":
      shifts.removeLast()
      groups.removeLast()
      anchors.removeLast()
    case "text":
      let axis = groups.last { $0.hasSuffix("-axis") }.map { (kind: $0, number: axisCount) }
      texts.append(
        Text(text: content, notation: notation, box: box(), kind: open["class"] ?? "", axis: axis))
    case "title": title = content
    case "desc": summary = content
    default: break
    }
  }

  private func path(_ attributes: [String: String]) -> Path {
    let moved = shifts.reduce((x: 0, y: 0)) { ($0.x + $1.x, $0.y + $1.y) }
    let parts = PathReader.parts(attributes["d"] ?? "").map { part in
      var part = part
      part.points = part.points.map { Point(x: $0.x + moved.x, y: $0.y + moved.y) }
      return part
    }
    let classes = (attributes["class"] ?? "").split(separator: " ").map(String.init)
    return Path(classes: Set(classes), parts: parts, panel: max(0, panel))
  }

  private func shift(_ transform: String) -> (x: Double, y: Double) {
    guard let match = transform.firstMatch(of: /translate\(([-\d.]+) ([-\d.]+)\)/) else {
      return (0, 0)
    }
    return (Double(match.1) ?? .nan, Double(match.2) ?? .nan)
  }

  private func box() -> Box {
    let moved = shifts.reduce((x: 0, y: 0)) { ($0.x + $1.x, $0.y + $1.y) }
    let (x, y) = (
      moved.x + (Double(open["x"] ?? "") ?? .nan), moved.y + (Double(open["y"] ?? "") ?? .nan)
    )
    let fractions: [String: Double] = ["middle": 0.5, "end": 1]
    let shift = fractions[open["text-anchor"] ?? anchors.last.flatMap { $0 } ?? ""] ?? 0
    if let turned = open["transform"]?.firstMatch(of: /rotate\(-90 ([-\d.]+) ([-\d.]+)\)/) {
      let (cx, cy) = (moved.x + (Double(turned.1) ?? .nan), moved.y + (Double(turned.2) ?? .nan))
      let top = cy + (shift == 1 ? 0 : -contentWidth)
      return Box(left: cx - 6.4, top: top, right: cx + 7.6, bottom: top + contentWidth)
    }
    let left = x - shift * contentWidth
    return Box(left: left, top: y - 11, right: left + contentWidth, bottom: y + 3)
  }
}
