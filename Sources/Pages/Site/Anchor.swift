/// Names for the places of a page, made of their words and never twice the same.
struct Anchors: Codable, Equatable {
  private var used: Set<String> = []

  /// Whether a place has this name.
  func contains(_ name: String) -> Bool { used.contains(name) }

  /// Notes a name that a place has of its own.
  mutating func take(_ name: String) { used.insert(name) }

  /// The anchor of a heading: its words in small letters, joined by hyphens, in any script.
  mutating func anchor(for words: String) -> String {
    let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
    let base = parts.isEmpty ? "section" : parts.joined(separator: "-")
    var name = base
    var count = 1
    while !used.insert(name).inserted {
      count += 1
      name = "\(base)-\(count)"
    }
    return name
  }
}
