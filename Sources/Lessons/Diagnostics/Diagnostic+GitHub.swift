extension Diagnostic {
  /// The diagnostic as a GitHub workflow command, which annotates the changed line:
  /// `::error file=lessons/one.md,line=4,title=claim::summary`.
  ///
  /// Source: <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.
  public var annotation: String {
    let column = place.column.map { [("col", "\($0)")] } ?? []
    let properties = [("file", place.file), ("line", "\(place.line)")] + column
    let list = (properties + [("title", code.rawValue)]).map { name, value in
      "\(name)=\(escaped(value, besides: [":", ","]))"
    }
    let message = escaped(summary + (help.map { "\nhelp: \($0)" } ?? ""))
    return "::\(severity.rawValue) \(list.joined(separator: ","))::\(message)"
  }
}

/// Percent-encodes characters that would end the command or, if they are `special`, a property.
private func escaped(_ text: String, besides special: Set<Unicode.Scalar> = []) -> String {
  let always: Set<Unicode.Scalar> = ["%", "\r", "\n"]
  return text.unicodeScalars.map { scalar in
    guard always.contains(scalar) || special.contains(scalar) else { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%" + String(repeating: "0", count: 2 - digits.count) + digits
  }.joined()
}
