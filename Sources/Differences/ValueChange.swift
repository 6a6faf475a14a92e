/// An inline value that is set otherwise than before.
public struct ValueChange: Sendable {
  /// The expression as it was.
  public let formerCode: String
  /// The expression.
  public let code: String
  /// The words that stood in the prose.
  public let from: String
  /// The words that stand in the prose.
  public let to: String

  /// A value as it was and as it is; nil where the prose shows the same.
  init?(from old: Told, to new: Told) {
    guard let from = old.text, let to = new.text, from != to else { return nil }
    (formerCode, code) = (old.source.code, new.source.code)
    (self.from, self.to) = (from, to)
  }

  /// How its number moved; nil unless one number differs and nothing else.
  public var movement: Movement? {
    let (old, new) = (WrittenNumbers(from), WrittenNumbers(to))
    guard old.words == new.words else { return nil }
    let moved = zip(old.numbers, new.numbers).compactMap { Movement(from: $0, to: $1) }
    return moved.count == 1 ? moved.first : nil
  }
}
