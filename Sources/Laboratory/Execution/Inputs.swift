internal import Foundation
internal import Lessons

/// The data files of the course that a session declares as inputs.
struct Inputs {
  /// The files, each once, in the order in which cells name them.
  private(set) var files: [CourseFolder.File] = []
  /// The diagnostics of names that cannot be used.
  private(set) var diagnostics: [Diagnostic] = []

  /// Finds the files that the cells of a session name.
  init(of session: String, in lesson: Lesson) {
    let course = CourseFolder(ofFile: lesson.file)
    for input in lesson.cells(of: session).flatMap(\.options.inputs) {
      do throws(CourseFolder.LookupError) {
        let file = try course.file(input.value)
        if !files.contains(where: { $0.name == file.name }) { files.append(file) }
      } catch {
        let place = Place(file: lesson.file, line: input.line)
        diagnostics.append(.input(input.value, error, at: place, known: course.files))
      }
    }
  }

  /// Copies the files, read-only, into the folder in which the session runs.
  func copy(to home: String) throws(Fault) {
    for file in files {
      let copy = URL(filePath: "\(home)/\(file.name)")
      do {
        try FileManager.default.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: URL(filePath: file.path), to: copy)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: copy.path)
      } catch {
        throw .uncopied(file.name, error.localizedDescription)
      }
    }
  }
}
