/// A text style of terminals.
enum Style: String {
  /// The name of a lesson.
  case heading = "1"
  /// A claim that fails.
  case failure = "1;31"
  /// A claim that holds again.
  case success = "32"
  /// A claim near its bound.
  case warning = "33"

  func applied(to text: String, if colours: Bool) -> String {
    colours ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Returns a string on one line, with control characters escaped.
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

/// Returns the parts of two strings around their first difference, at most 100 characters of each.
func excerpts(_ one: String, _ other: String) -> (String, String) {
  let length = 100
  let common = zip(one, other).prefix { $0 == $1 }.count
  let start = max(one.count, other.count) <= length ? 0 : max(0, common - length / 3)
  let excerpt = { (text: String) in
    let rest = text.dropFirst(start)
    return (start > 0 ? "…" : "") + rest.prefix(length) + (rest.count > length ? "…" : "")
  }
  return (excerpt(one), excerpt(other))
}
