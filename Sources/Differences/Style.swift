/// How a terminal sets words apart.
enum Style: String {
  /// A lesson.
  case heading = "1"
  /// What fails.
  case bad = "1;31"
  /// What holds again.
  case good = "32"
  /// What may fail soon.
  case doubtful = "33"

  func applied(to text: String, if colours: Bool) -> String {
    colours ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// A text on one line in which nothing moves the cursor.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  return text.unicodeScalars.reduce(into: "") { visible, scalar in
    if scalar == "\t" || scalar == "\n" {
      visible += " "
    } else if isControl(scalar) {
      visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      visible.unicodeScalars.append(scalar)
    }
  }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .control
}

/// The part of two texts, at most a hundred characters of each, in which they begin to differ.
func excerpts(_ one: String, _ other: String) -> (String, String) {
  let length = 100
  let common = zip(one, other).prefix { $0 == $1 }.count
  let start = max(one.count, other.count) <= length ? 0 : max(0, common - length / 3)
  let cut = { (text: String) in
    let rest = text.dropFirst(start)
    return (start > 0 ? "…" : "") + rest.prefix(length) + (rest.count > length ? "…" : "")
  }
  return (cut(one), cut(other))
}
