import Foundation
import Laboratory
import Lessons
import Pages

extension LessonSources {
  /// The files of a lesson that readers can download.
  init(_ lesson: Lesson) {
    let folder = CourseFolder(ofFile: lesson.file)
    var inputs: [Site.File] = []
    for name in lesson.cells.flatMap(\.options.inputs).map(\.value) {
      guard let file = try? folder.file(name), !inputs.contains(where: { $0.path == file.name })
      else { continue }
      inputs.append(Site.File(file.name, bytes(of: file.path)))
    }
    self.init(
      markdown: bytes(of: lesson.file), programs: lesson.sessions.map { program($0, of: lesson) },
      inputs: inputs)
  }
}

/// The program of a session, without references to lines of the lesson, which readers do not have.
private func program(_ session: String, of lesson: Lesson) -> LessonSources.Program {
  LessonSources.Program(
    session: session, source: Program(lesson, session: session).sourceWithoutLocations)
}

private func bytes(of path: String) -> [UInt8] {
  Array(FileManager.default.contents(atPath: path) ?? Data())
}
