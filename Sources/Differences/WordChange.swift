/// Words that are others now.
public struct WordChange: Sendable, Equatable {
  /// What they are: a title, a caption.
  public let what: String
  /// What they were; nil where there were none.
  public let from: String?
  /// What they are; nil where there are none.
  public let to: String?

  /// Words as they were and as they are; nil where they are the same.
  init?(_ what: String, from: String?, to: String?) {
    guard from != to else { return nil }
    (self.what, self.from, self.to) = (what, from, to)
  }

  /// The first of several words that differ.
  init?(_ what: String, firstOf old: [String?], _ new: [String?]) {
    let count = max(old.count, new.count)
    let pairs = (0..<count).lazy.map { place in
      WordChange(
        what, from: old.indices.contains(place) ? old[place] : nil,
        to: new.indices.contains(place) ? new[place] : nil)
    }
    guard let first = pairs.compactMap(\.self).first else { return nil }
    self = first
  }
}
