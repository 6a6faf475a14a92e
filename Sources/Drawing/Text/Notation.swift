/// How words are set that speak of mathematics: Unicode's superscripts raised, and what follows an
/// underscore lowered.
///
/// An underscore lowers where it stands behind a single letter, as in `h_t`, `∂h_T/∂h_t` or
/// `W_{t−1}`. Behind a word it is part of a name and stays, as in `learning_rate`.
package enum Notation {
  /// Where letters stand.
  package enum Level {
    case line
    case raised
    case lowered
  }

  /// Neighbouring letters that stand equally high.
  package struct Run: Equatable {
    package var text: String
    package var level: Level

    package init(_ text: String, _ level: Level) {
      self.text = text
      self.level = level
    }
  }

  /// Words in runs.
  package static func runs(of text: String) -> [Run] {
    let characters = Array(text)
    var runs: [Run] = []
    var index = 0
    while index < characters.count {
      var run = Run(String(characters[index]), .line)
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

  /// What an underscore lowers, and where the text goes on; nil where it is part of a name.
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

  /// A difference's Δ is no part of the name that follows it.
  private static func isPartOfName(_ character: Character) -> Bool {
    character != "Δ" && (character.isLetter || character.isNumber || character == "_")
  }

  /// The letter of which a character is the superscript.
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
