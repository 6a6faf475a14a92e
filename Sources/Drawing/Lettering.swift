package import Markup

/// Words in a drawing.
package enum Lettering {
  /// How far an exponent is raised, in pixels.
  static let rise = 5

  /// Words with Unicode's superscripts set as raised digits: `10⁻⁶` as 10 with a small −6.
  package static func spans(_ words: String) -> HTML {
    var html = HTML()
    var isRaised = false
    for run in runs(of: words) {
      switch (run.isRaised, isRaised) {
      case (true, _): html += "<tspan class=\"sup\" dy=\"-\(rise)\">\(run.text)</tspan>"
      case (false, true): html += "<tspan dy=\"\(rise)\">\(run.text)</tspan>"
      case (false, false): html += "\(run.text)"
      }
      isRaised = run.isRaised
    }
    return html
  }

  /// One line of words; its baseline lies so that `y` is the middle of a digit.
  static func text(_ words: String, at point: Point, _ style: TextStyle) -> HTML {
    let anchor: HTML = style.anchor == .start ? "" : " text-anchor=\"\(style.anchor.rawValue)\""
    let place: HTML = "x=\"\(coordinate(point.x))\" y=\"\(coordinate(point.y + 4.6))\""
    let kind: HTML = style.kind.isEmpty ? "" : " class=\"\(style.kind)\""
    return "<text\(kind) \(place)\(anchor)>\(spans(words))</text>"
  }

  private static func runs(of words: String) -> [(text: String, isRaised: Bool)] {
    var runs: [(text: String, isRaised: Bool)] = []
    for character in words {
      let plain = lowered(character)
      if let last = runs.last, last.isRaised == (plain != nil) {
        runs[runs.count - 1].text.append(plain ?? character)
      } else {
        runs.append((String(plain ?? character), plain != nil))
      }
    }
    return runs
  }

  private static func lowered(_ character: Character) -> Character? {
    switch character {
    case "⁰": "0"
    case "¹": "1"
    case "²": "2"
    case "³": "3"
    case "⁴"..."⁹": character.wholeNumberValue.map { Character(String($0)) }
    case "⁻": "−"
    case "⁺": "+"
    case "ⁿ": "n"
    case "ˣ": "x"
    case "ᵏ": "k"
    case "ⁱ": "i"
    case "ᵗ": "t"
    case "ˡ": "l"
    default: nil
    }
  }
}

/// How a line of words is set.
struct TextStyle {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// Classes of the style sheet.
  var kind = ""
  var anchor = Anchor.start
}
