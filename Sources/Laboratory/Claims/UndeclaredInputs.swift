package import Lessons

extension Lesson {
  /// Warnings for files of the course that cells read without declaring them in `inputs`: they are
  /// missing in the session's folder, and code can ignore the error.
  package var undeclaredInputs: [Diagnostic] {
    sessions.flatMap { session in
      UndeclaredInputs(of: session, in: self).reads.map { read in
        .warning(
          .input, Place(file: file, line: read.line),
          "'\(read.name)' is read here, but is not in the session's folder",
          help: UndeclaredInputs.advice([read.name]))
      }
    }
  }
}

/// The files of the course that a session names in its code but not in `inputs`.
struct UndeclaredInputs {
  /// The name of a file in a string literal.
  struct Mention: Equatable {
    /// The file's name within the course.
    var name: String
    /// The lesson's line.
    var line: Int
    /// Whether the code reads the file there.
    var isRead: Bool
  }

  private let mentions: [Mention]
  private let course: CourseFolder
  private let declared: Set<String>
  /// The lesson's own file, which backtraces name.
  private let lessonFile: String

  /// Finds the names of files in a session's code.
  init(of session: String, in lesson: Lesson) {
    let course = CourseFolder(ofFile: lesson.file)
    let cells = lesson.cells(of: session)
    let inputs = cells.flatMap(\.options.inputs).compactMap { try? course.file($0.value).name }
    let declared = Set(inputs)
    mentions = cells.flatMap { cell in
      StringLiteral.all(in: cell.code).compactMap { string -> Mention? in
        guard string.isFileName, let name = try? course.file(string.text).name,
          !declared.contains(name)
        else { return nil }
        return Mention(name: name, line: cell.codeLine + string.line, isRead: string.isRead)
      }
    }
    self.course = course
    self.declared = declared
    lessonFile = lesson.file.split(separator: "/").last.map(String.init) ?? lesson.file
  }

  /// The first mention of each file, if that reads it: a file that was mentioned before can have
  /// been written by the code.
  var reads: [Mention] {
    mentions.enumerated().filter { index, mention in
      mention.isRead && !mentions[..<index].contains { $0.name == mention.name }
    }.map(\.element)
  }

  /// Returns advice for a session that failed, possibly because of a missing input.
  ///
  /// - Parameter errors: The session's standard error.
  /// - Returns: The option to add; nil if neither the code nor the errors name a file of the
  ///   course.
  func advice(afterFailure errors: String) -> String? {
    let inCode = Set(mentions.map(\.name))
    let inErrors = course.files.filter { file in
      let last = file.split(separator: "/").last ?? ""
      return !declared.contains(file) && file != lessonFile
        && ["“", "\"", "'", "/", "="].contains { errors.contains("\($0)\(last)") }
    }
    let names = inCode.union(inErrors).sorted()
    return names.isEmpty ? nil : UndeclaredInputs.advice(names)
  }

  /// The advice to declare files as inputs.
  static func advice(_ names: [String]) -> String {
    let list = names.map { name in
      let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "/._- ".contains($0) }
      return isPlain ? name : name.quotedForYAML
    }
    return "declare the files that a session reads: add '//| inputs: ["
      + list.joined(separator: ", ") + "]'"
  }
}

extension String {
  /// The text as a quoted YAML scalar, with the escapes of JSON.
  fileprivate var quotedForYAML: String {
    let escapes: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t"]
    return "\"" + map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}
