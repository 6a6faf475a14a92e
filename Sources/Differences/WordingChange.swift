/// A title, caption or other text that differs.
public struct WordingChange: Sendable, Equatable {
  /// The kind of text, such as `title` or `caption`.
  public let what: String
  /// The text before; nil if there was none.
  public let from: String?
  /// The text now; nil if there is none.
  public let to: String?

  /// Compares a text in two builds; nil if it is the same.
  init?(_ what: String, from: String?, to: String?) {
    guard from != to else { return nil }
    self.what = what
    self.from = from
    self.to = to
  }

  /// Compares several texts of one kind, and describes the first that differs.
  init?(_ what: String, firstOf old: [String?], _ new: [String?]) {
    let count = max(old.count, new.count)
    let pairs = (0..<count).lazy.map { place in
      WordingChange(
        what, from: old.indices.contains(place) ? old[place] : nil,
        to: new.indices.contains(place) ? new[place] : nil)
    }
    guard let first = pairs.compactMap(\.self).first else { return nil }
    self = first
  }
}
