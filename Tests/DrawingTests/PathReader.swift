import Drawing

/// Parses path data into polylines; of curves and arcs it keeps only the end points.
enum PathReader {
  /// A subpath.
  struct Part: Equatable {
    var points: [Point]
    var isClosed = false
  }

  static func parts(_ data: String) -> [Part] {
    var parts: [Part] = []
    var (place, start) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
    for (command, numbers) in commands(data) {
      let isRelative = command.isLowercase
      var (step, kind) = (2, Character(command.lowercased()))
      if "hv".contains(kind) { step = 1 }
      if kind == "a" { step = 7 }
      if kind == "q" { step = 4 }
      if kind == "z" {
        parts[parts.count - 1].isClosed = true
        place = start
        continue
      }
      for first in stride(from: 0, to: numbers.count, by: step) {
        let base = isRelative ? place : Point(x: 0, y: 0)
        let last = Array(numbers[first..<min(first + step, numbers.count)])
        switch kind {
        case "h": place.x = base.x + last[0]
        case "v": place.y = base.y + last[0]
        default: place = Point(x: base.x + last[step - 2], y: base.y + last[step - 1])
        }
        if kind == "m" {
          start = place
          parts.append(Part(points: [place]))
          kind = "l"
        } else {
          // After a closed subpath, the next one begins where that one began.
          if parts[parts.count - 1].isClosed { parts.append(Part(points: [start])) }
          parts[parts.count - 1].points.append(place)
        }
      }
    }
    return parts
  }

  private static func commands(_ data: String) -> [(Character, [Double])] {
    data.matches(of: /([a-zA-Z])([^a-zA-Z]*)/).map { match in
      let numbers = match.2.matches(of: /-?(\d+\.?\d*|\.\d+)/).compactMap { Double($0.0) }
      return (match.1.first ?? "m", numbers)
    }
  }
}
