/// Control characters and byte order marks in a lesson, which a page cannot show.
enum ControlCharacters {
  /// Reports the first of them on each line.
  static func problems(in source: SourceText) -> [Diagnostic] {
    zip(source.numbers, source.lines).compactMap { number, line in
      guard line.utf8.contains(where: { $0 < 32 && $0 != 9 || $0 == 127 || $0 == 0xEF }),
        let index = line.unicodeScalars.firstIndex(where: isControl)
      else { return nil }
      let code = String(line.unicodeScalars[index].value, radix: 16, uppercase: true)
      let column = line.unicodeScalars.distance(from: line.startIndex, to: index) + 1
      return .error(
        source.place(number, column),
        "invisible character U+\(String(repeating: "0", count: 4 - code.count))\(code)",
        help: "delete it; your editor may not show it")
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 32 && scalar != "\t") || scalar.value == 127 || scalar == "\u{FEFF}"
  }
}
