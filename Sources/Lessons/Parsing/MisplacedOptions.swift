/// Finds lines of a cell that are probably intended as options but are not parsed as such.
enum MisplacedOptions {
  /// Checks the lines of a cell, the first of which is line `line` of the source.
  static func all(
    options: [Substring], code: ArraySlice<Substring>, line: Int, in source: SourceText
  ) -> [Diagnostic] {
    let below = line + options.count
    return zip(line..., options).compactMap { typographicQuotes(in: $1, source.place($0)) }
      + zip(below..., code).compactMap { lateOption($1, source.place($0)) }
      + zip(below..., code.prefix { $0.allSatisfy(\.isWhitespace) || foreignOption($0) != nil })
      .compactMap { foreignOptionError($1, source.place($0)) }
  }

  private static func typographicQuotes(in option: Substring, _ place: Place) -> Diagnostic? {
    guard let mark = option.firstMatch(of: /:\s*\[?\s*([“”„‘’«])/)?.1 else { return nil }
    return .warning(
      place, "the quotation mark \(mark) is part of the option's value",
      help: "use straight quotation marks, \"…\", or none")
  }

  private static func lateOption(_ line: Substring, _ place: Place) -> Diagnostic? {
    guard line.drop(while: \.isWhitespace).hasPrefix("//|") else { return nil }
    return .error(
      place, "an option after the cell's first line of code",
      help: "put all '//|' lines directly below the fence, without indentation")
  }

  private static func foreignOptionError(_ line: Substring, _ place: Place) -> Diagnostic? {
    guard let (mark, option) = foreignOption(line) else { return nil }
    return .error(place, "'\(mark)' does not start an option", help: "write '//| \(option)'")
  }

  /// Parses an option in Quarto's syntax for other languages, such as `#| label: a`.
  private static func foreignOption(_ line: Substring) -> (mark: String, option: Substring)? {
    guard let match = line.wholeMatch(of: /\s*(#\||%%\||--\||\/\/ \|)\s*(.*)/) else { return nil }
    return (String(match.1), match.2)
  }
}
