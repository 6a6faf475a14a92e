package import Lessons

extension Lesson {
  /// The files of the course that cells read without naming them in `inputs`: they are not in the
  /// session's folder, so that a reading which fails in silence finds nothing.
  package var undeclaredInputs: [Diagnostic] {
    sessions.flatMap { session in
      UndeclaredInputs(of: session, in: self).readings.map { reading in
        .warning(
          .input, Place(file: file, line: reading.line),
          "'\(reading.name)' is read here, but is not in the session's folder",
          help: UndeclaredInputs.advice([reading.name]))
      }
    }
  }
}

/// The files of the course that a session names in its code and not in `inputs`.
struct UndeclaredInputs {
  /// A file's name in the code.
  struct Mention: Equatable {
    /// Its name within the course.
    var name: String
    /// The lesson's line.
    var line: Int
    /// Whether the code reads from there.
    var isReading: Bool
  }

  private let mentions: [Mention]
  private let course: CourseFolder
  private let declared: Set<String>
  /// The lesson's own file, which every place in its code names.
  private let lessonFile: String

  /// Finds the names in a session's code.
  init(of session: String, in lesson: Lesson) {
    let course = CourseFolder(ofFile: lesson.file)
    let cells = lesson.cells(of: session)
    let inputs = cells.flatMap(\.options.inputs).compactMap { try? course.file($0.value).name }
    let declared = Set(inputs)
    mentions = cells.flatMap { cell in
      CodeString.all(in: cell.code).compactMap { string -> Mention? in
        guard string.isFileName, let name = try? course.file(string.text).name,
          !declared.contains(name)
        else { return nil }
        return Mention(name: name, line: cell.codeLine + string.line, isReading: string.isRead)
      }
    }
    self.course = course
    self.declared = declared
    lessonFile = lesson.file.split(separator: "/").last.map(String.init) ?? lesson.file
  }

  /// The places where a file is read, each file once; not those that the code wrote or made before.
  var readings: [Mention] {
    mentions.enumerated().filter { place, mention in
      mention.isReading && !mentions[..<place].contains { $0.name == mention.name }
    }.map(\.element)
  }

  /// What to do where a session failed, perhaps since it lacks a file of the course.
  ///
  /// - Parameter errors: What it wrote on standard error.
  /// - Returns: The option to add; nil where neither the code nor the error names a file.
  func advice(afterFailure errors: String) -> String? {
    let named = Set(mentions.map(\.name))
    let told = course.files.filter { file in
      let last = file.split(separator: "/").last ?? ""
      return !declared.contains(file) && file != lessonFile
        && ["“", "\"", "'", "/", "="].contains { errors.contains("\($0)\(last)") }
    }
    let names = named.union(told).sorted()
    return names.isEmpty ? nil : UndeclaredInputs.advice(names)
  }

  /// What gives a session files of the course.
  static func advice(_ names: [String]) -> String {
    let list = names.map { name in
      let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "/._- ".contains($0) }
      return isPlain ? name : name.quotedForYAML
    }
    return "a session has the files that its cells name: add '//| inputs: ["
      + list.joined(separator: ", ") + "]'"
  }
}

extension String {
  /// The text between quotation marks, in which YAML knows the escapes of JSON.
  fileprivate var quotedForYAML: String {
    let escapes: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t"]
    return "\"" + map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}
