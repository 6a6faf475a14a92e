/// An inline value whose text in the prose differs.
public struct ValueChange: Sendable {
  /// The expression before.
  public let formerCode: String
  /// The expression now.
  public let code: String
  /// The text in the prose before.
  public let from: String
  /// The text in the prose now.
  public let to: String

  /// Compares a value in two builds; nil if the prose shows the same text.
  init?(from old: StepResult, to new: StepResult) {
    guard let from = old.text, let to = new.text, from != to else { return nil }
    formerCode = old.source.code
    code = new.source.code
    self.from = from
    self.to = to
  }

  /// The change of its number; nil unless exactly one number differs and nothing else.
  public var numberChange: NumberChange? {
    let old = WrittenNumbers(from)
    let new = WrittenNumbers(to)
    guard old.separators == new.separators else { return nil }
    let moved = zip(old.numbers, new.numbers).compactMap { NumberChange(from: $0, to: $1) }
    return moved.count == 1 ? moved.first : nil
  }
}
