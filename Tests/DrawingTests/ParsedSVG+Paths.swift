import Drawing

extension ParsedSVG {
  /// A polyline of a drawing and its CSS classes.
  struct Polyline {
    var kind: String
    var points: [Point]
  }

  /// The lines of series; each run is a separate polyline.
  var lines: [Polyline] { paths(of: "line") }

  /// The polylines of all paths whose first class is `kind`.
  func paths(of kind: String) -> [Polyline] {
    elements.flatMap { element -> [Polyline] in
      let classes = element.attributes["class"] ?? ""
      guard element.name == "path", classes.split(separator: " ").first == kind[...] else {
        return []
      }
      return PathReader.parts(element.attributes["d"] ?? "").map {
        Polyline(kind: classes, points: $0.points)
      }
    }
  }

  /// The height of the drawing.
  var height: Double {
    let box = elements.first?.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) }
    return box?.last ?? .nan
  }
}

extension Box {
  /// Whether two boxes overlap by more than a pixel.
  func overlaps(_ other: Box) -> Bool {
    left < other.right - 1 && other.left < right - 1 && top < other.bottom - 1
      && other.top < bottom - 1
  }
}
