import Foundation
import Lessons
import Symbols

/// Links to the source of symbols, if the course's repository contains it.
struct SourceLinks {
  /// The address of the sources' folder; nil if the sources are not in the repository.
  let base: String?

  /// The repository contains the sources if they are next to the course's folder.
  init(_ index: SiteIndex) {
    let sources = index.course.folder + "/../Sources/Notebook"
    guard let links = RepositoryLinks(index.course), links.isRepository,
      FileManager.default.fileExists(atPath: sources),
      let path = index.location.pathInRepository("../Sources")
    else {
      base = nil
      return
    }
    base = links.viewAddress(path)
  }

  /// The address of the line that declares a symbol.
  func address(of symbol: Symbol) -> String? {
    base.map { base in
      let path = symbol.file.trimmingPrefix("Sources/")
      return "\(base)/\(Pages.address(ofPath: String(path)))#L\(symbol.line)"
    }
  }
}
