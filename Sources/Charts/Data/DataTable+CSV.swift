extension DataTable {
  /// The table in CSV format (RFC 4180), with numbers in full precision and CR LF line ends.
  public var csv: String {
    var text = ""
    append(header.map(quoted), to: &text)
    for row in rows { append(row.map { $0.map(field) ?? "" }, to: &text) }
    return text
  }

  private func append(_ fields: [String], to text: inout String) {
    text += fields.joined(separator: ",")
    text += "\r\n"
  }
}

private func field(_ datum: Datum) -> String {
  switch datum {
  case .category(let name): quoted(name)
  case .number(let number) where number.isNaN: "NaN"
  case .number(let number) where number.isInfinite: number < 0 ? "-Infinity" : "Infinity"
  case .number(let number): number.description.droppingSuffix(".0")
  }
}

private func quoted(_ text: String) -> String {
  let needsQuotes = text.utf8.contains { ",\"\r\n".utf8.contains($0) }
  guard needsQuotes else { return text }
  return "\""
    + text.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"") + "\""
}

extension String {
  fileprivate func droppingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
