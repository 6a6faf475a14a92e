/// Lines that a cell printed, or with which it failed, and prints otherwise now.
public struct TextChange: Sendable {
  /// The first line that differs, from 1.
  public let line: Int
  /// What stood there; nil where the text had ended.
  public let from: String?
  /// What stands there; nil where the text has ended.
  public let to: String?

  /// A text as it was and as it is; nil where no line differs.
  init?(from old: String?, to new: String?) {
    guard old != new else { return nil }
    let (former, present) = (lines(old), lines(new))
    let common = zip(former, present).prefix { $0 == $1 }.count
    line = common + 1
    from = former.dropFirst(common).first.map(String.init)
    to = present.dropFirst(common).first.map(String.init)
    if from == nil, to == nil { return nil }
  }
}

/// The lines of a text; one that ends with a line's end has no other line after it.
private func lines(_ text: String?) -> [Substring] {
  guard let text else { return [] }
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  return lines.last == "" ? Array(lines.dropLast()) : lines
}
