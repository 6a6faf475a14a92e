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

    package init(_ text: String, _ level: Level) { (self.text, self.level) = (text, level) }
  }

  /// Words in runs.
  package static func runs(of words: String) -> [Run] {
    let letters = Array(words)
    var runs: [Run] = []
    var place = 0
    while place < letters.count {
      var (run, end) = (Run(String(letters[place]), .line), place + 1)
      if let plain = base(of: letters[place]) {
        run = Run(String(plain), .raised)
      } else if let (index, behind) = index(at: place, in: letters) {
        (run, end) = (Run(String(index), .lowered), behind)
      }
      if runs.last?.level == run.level {
        runs[runs.count - 1].text += run.text
      } else {
        runs.append(run)
      }
      place = end
    }
    return runs
  }

  /// What an underscore lowers, and where the text goes on; nil where it is part of a name.
  private static func index(at place: Int, in letters: [Character])
    -> (text: ArraySlice<Character>, end: Int)?
  {
    guard letters[place] == "_", place > 0, letters[place - 1].isLetter,
      place == 1 || !isPartOfName(letters[place - 2])
    else { return nil }
    let rest = letters[(place + 1)...]
    if rest.first == "{" {
      guard let end = rest.firstIndex(of: "}"), end > place + 2 else { return nil }
      return (letters[(place + 2)..<end], end + 1)
    }
    let index = rest.prefix { ($0.isLetter || $0.isNumber) && base(of: $0) == nil }
    let isName = index.isEmpty || rest[index.endIndex...].first == "_"
    return isName ? nil : (index, index.endIndex)
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
