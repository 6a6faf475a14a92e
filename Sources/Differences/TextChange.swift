/// An output or a failure message that differs, described by the first line that does.
public struct TextChange: Sendable {
  /// The number of the first line that differs, from 1.
  public let line: Int
  /// The line before; nil if the text had ended.
  public let from: String?
  /// The line now; nil if the text has ended.
  public let to: String?

  /// Compares a text in two builds; nil if no line differs.
  init?(from old: String?, to new: String?) {
    guard old != new else { return nil }
    let former = lines(old)
    let present = lines(new)
    let common = zip(former, present).prefix { $0 == $1 }.count
    line = common + 1
    from = former.dropFirst(common).first.map(String.init)
    to = present.dropFirst(common).first.map(String.init)
    if from == nil, to == nil { return nil }
  }
}

/// The lines of a text; a trailing line feed starts no further line.
private func lines(_ text: String?) -> [Substring] {
  guard let text else { return [] }
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  return lines.last == "" ? Array(lines.dropLast()) : lines
}
