/// Lines of a cell that are meant as options and are none.
enum MisplacedOptions {
  /// What is wrong with the lines of a cell, of which the first is line `line`.
  static func all(
    options: [Substring], code: ArraySlice<Substring>, line: Int, _ source: SourceText
  ) -> [Diagnostic] {
    let below = line + options.count
    return zip(line..., options).compactMap { typographicMarks(in: $1, source.place($0)) }
      + zip(below..., code).compactMap { lateOption($1, source.place($0)) }
      + zip(below..., code.prefix { $0.allSatisfy(\.isWhitespace) || form(of: $0) != nil })
      .compactMap { otherForm($1, source.place($0)) }
  }

  private static func typographicMarks(in option: Substring, _ place: Place) -> Diagnostic? {
    guard let mark = option.firstMatch(of: /:\s*\[?\s*([“”„‘’«])/)?.1 else { return nil }
    return .warning(
      place, "the quotation mark \(mark) is part of the option's value",
      help: "write \"…\" around a text, or no marks at all")
  }

  private static func lateOption(_ line: Substring, _ place: Place) -> Diagnostic? {
    guard line.drop(while: \.isWhitespace).hasPrefix("//|") else { return nil }
    return .error(
      place, "an option below the cell's first line",
      help: "put all lines of '//|' directly below the fence, without spaces before them")
  }

  private static func otherForm(_ line: Substring, _ place: Place) -> Diagnostic? {
    guard let (mark, words) = form(of: line) else { return nil }
    return .error(place, "'\(mark)' begins no option", help: "write '//| \(words)'")
  }

  /// How Quarto writes options in other languages.
  private static func form(of line: Substring) -> (mark: String, words: Substring)? {
    guard let match = line.wholeMatch(of: /\s*(#\||%%\||--\||\/\/ \|)\s*(.*)/) else { return nil }
    return (String(match.1), match.2)
  }
}
