extension Course {
  /// The text of `course.yml` with another lesson after the last that it lists, every other letter as
  /// it stands.
  ///
  /// - Parameters:
  ///   - name: The lesson's name.
  ///   - text: The text.
  /// - Returns: The new text; nil where the list is written in a way that is not understood.
  package static func listing(_ name: String, in text: String) -> String? {
    let listed = listedLessons(in: text)
    // Behind an alias the list stands for something else too.
    guard let (last, line) = listed.last, !text.contains(/[:-]\s+\*\w/) else { return nil }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.indices.contains(line - 1) else { return nil }
    let candidates = [
      below(lines[line - 1], last, name).map { lines[..<line] + [$0] + lines[line...] },
      beside(lines[line - 1], last, name).map { lines[..<(line - 1)] + [$0] + lines[line...] },
    ]
    return candidates.lazy.compactMap { $0?.joined(separator: "\n") }
      .first { listedLessons(in: $0).map(\.text) == listed.map(\.text) + [name] }
  }

  /// An entry on a line of its own, written as the last one is.
  private static func below(_ line: String, _ last: String, _ name: String) -> String? {
    guard let match = line.prefixMatch(of: /\s*-\s+/) else { return nil }
    return String(line[match.range]) + name + (line.hasSuffix("\r") ? "\r" : "")
  }

  /// The last entry's line with another beside it, as in `[one, two]`.
  private static func beside(_ line: String, _ last: String, _ name: String) -> String? {
    let forms = ["'\(last)'", "\"\(last)\"", last]
    guard let place = forms.lazy.compactMap({ line.ranges(of: $0).last }).first else { return nil }
    return line[..<place.upperBound] + ", \(name)" + line[place.upperBound...]
  }

  private static func listedLessons(in text: String) -> [(text: String, line: Int)] {
    var settings = Settings(text, of: .course, file: "", firstLine: 1)
    return settings.strings("lessons")
      + settings.mappings("parts", of: .part).flatMap { part in
        var part = part
        return part.strings("lessons")
      }
  }
}
