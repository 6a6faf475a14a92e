import Foundation
import Lessons
import Symbols

/// Where the source of a symbol can be read, if the course's repository holds it.
struct SourceLinks {
  /// The address of the folder that holds the sources; nil where they are not in the repository.
  let base: String?

  /// A repository holds the sources if they are beside the course's folder.
  init(_ index: SiteIndex) {
    let sources = index.course.folder + "/../Sources/Notebook"
    guard let forge = Forge(index.course), forge.isRepository,
      FileManager.default.fileExists(atPath: sources),
      let path = index.place.pathInRepository("../Sources")
    else {
      base = nil
      return
    }
    base = forge.view(path)
  }

  /// The address of the line that declares a symbol.
  func address(of symbol: Symbol) -> String? {
    base.map { base in
      let path = symbol.file.trimmingPrefix("Sources/")
      return "\(base)/\(Pages.address(ofPath: String(path)))#L\(symbol.line)"
    }
  }
}
