import Foundation
import Lessons
import Symbols

/// Where the source of a symbol can be read, if the course's repository holds it.
struct SourceLinks {
  /// The address of the repository's files; nil where the sources are not among them.
  let base: String?

  /// A repository holds the sources if they stand beside the course's folder.
  ///
  /// Its address is completed as GitHub has it.
  init(_ course: Course) {
    var base = course.repository ?? ""
    while base.hasSuffix("/") { base.removeLast() }
    let isRepository = base.wholeMatch(of: /https?:\/\/[^\/]+\/[^\/]+\/[^\/]+/) != nil
    let sources = course.folder + "/../Sources/Notebook"
    let holdsSources = FileManager.default.fileExists(atPath: sources)
    self.base = isRepository && holdsSources ? base + "/blob/main" : nil
  }

  /// The address of the line that declares a symbol.
  func address(of symbol: Symbol) -> String? {
    base.map { "\($0)/\(symbol.file)#L\(symbol.line)" }
  }
}
