extension Course {
  /// Adds a lesson after the last one in `course.yml`, and leaves everything else unchanged.
  ///
  /// - Parameters:
  ///   - name: The lesson's name.
  ///   - text: The content of `course.yml`.
  /// - Returns: The new content; nil if the list has a form that cannot be edited.
  package static func addingLesson(_ name: String, to text: String) -> String? {
    let listed = listedLessons(in: text)
    // A list that is used through an alias also has another meaning.
    guard let (last, line) = listed.last, !text.contains(/[:-]\s+\*\w/) else { return nil }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.indices.contains(line - 1) else { return nil }
    let candidates = [
      entryLine(like: lines[line - 1], name: name).map { lines[..<line] + [$0] + lines[line...] },
      appending(name, after: last, in: lines[line - 1]).map {
        lines[..<(line - 1)] + [$0] + lines[line...]
      },
    ]
    return candidates.lazy.compactMap { $0?.joined(separator: "\n") }
      .first { listedLessons(in: $0).map(\.text) == listed.map(\.text) + [name] }
  }

  /// A line with a new entry, in the style of the last entry's line.
  private static func entryLine(like line: String, name: String) -> String? {
    guard let match = line.prefixMatch(of: /\s*-\s+/) else { return nil }
    return String(line[match.range]) + name + (line.hasSuffix("\r") ? "\r" : "")
  }

  /// The last entry's line with a new entry after it, as in `[one, two]`.
  private static func appending(_ name: String, after last: String, in line: String) -> String? {
    let forms = ["'\(last)'", "\"\(last)\"", last]
    guard let range = forms.lazy.compactMap({ line.ranges(of: $0).last }).first else { return nil }
    return line[..<range.upperBound] + ", \(name)" + line[range.upperBound...]
  }

  private static func listedLessons(in text: String) -> [(text: String, line: Int)] {
    var settings = YAMLSettings(text, of: .course, file: "", firstLine: 1)
    return settings.strings("lessons")
      + settings.mappings("parts", of: .part).flatMap { part in
        var part = part
        return part.strings("lessons")
      }
  }
}
