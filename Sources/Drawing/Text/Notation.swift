/// Mathematical notation in plain text: Unicode superscripts, and subscripts that follow an
/// underscore.
///
/// An underscore begins a subscript if it follows a single letter, as in `h_t`, `∂h_T/∂h_t` or
/// `W_{t−1}`. After a word it is an ordinary part of a name, as in `learning_rate`.
package enum Notation {
  /// The vertical position of text.
  package enum Level {
    case baseline
    case raised
    case lowered
  }

  /// Consecutive characters on the same level.
  package struct Run: Equatable {
    package var text: String
    package var level: Level

    package init(_ text: String, _ level: Level) {
      self.text = text
      self.level = level
    }
  }

  /// Splits text into runs on the same level.
  package static func runs(of text: String) -> [Run] {
    let characters = Array(text)
    var runs: [Run] = []
    var index = 0
    while index < characters.count {
      var run = Run(String(characters[index]), .baseline)
      var end = index + 1
      if let plain = base(of: characters[index]) {
        run = Run(String(plain), .raised)
      } else if let lowered = lowered(at: index, in: characters) {
        run = Run(String(lowered.text), .lowered)
        end = lowered.end
      }
      if runs.last?.level == run.level {
        runs[runs.count - 1].text += run.text
      } else {
        runs.append(run)
      }
      index = end
    }
    return runs
  }

  /// The subscript that an underscore begins and the index after it; nil if the underscore is part
  /// of a name.
  private static func lowered(at index: Int, in characters: [Character])
    -> (text: ArraySlice<Character>, end: Int)?
  {
    guard characters[index] == "_", index > 0, characters[index - 1].isLetter,
      index == 1 || !isPartOfName(characters[index - 2])
    else { return nil }
    let rest = characters[(index + 1)...]
    if rest.first == "{" {
      guard let end = rest.firstIndex(of: "}"), end > index + 2 else { return nil }
      return (characters[(index + 2)..<end], end + 1)
    }
    let lowered = rest.prefix { ($0.isLetter || $0.isNumber) && base(of: $0) == nil }
    let isName = lowered.isEmpty || rest[lowered.endIndex...].first == "_"
    return isName ? nil : (lowered, lowered.endIndex)
  }

  /// The Δ of a difference is not part of the name that follows it.
  private static func isPartOfName(_ character: Character) -> Bool {
    character != "Δ" && (character.isLetter || character.isNumber || character == "_")
  }

  /// The plain character of a superscript; nil for other characters.
  private static func base(of character: Character) -> Character? {
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
