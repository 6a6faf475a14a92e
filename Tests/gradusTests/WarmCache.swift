import Foundation

/// The content of a test course's cache before the first build.
///
/// Compiled modules and the compiler's lists depend on the machine and the product alone, and make up
/// 7 of the 8 core-seconds of a first build.
enum WarmCache {
  /// Nothing.
  case empty
  /// Nothing, but compiled modules are shared between courses.
  case modules
  /// All that depends on the machine and the product alone.
  case machine

  /// The variables with which the command runs.
  var environment: [String: String] {
    self == .empty ? [:] : ["CLANG_MODULE_CACHE_PATH": Self.sharedModules]
  }

  /// Puts files into the cache of a course.
  func copy(to folder: URL) throws {
    guard self == .machine else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, data) in try Self.files.get() { try data.write(to: folder.appending(path: name)) }
  }

  private static let sharedModules = TestProject.product.deletingLastPathComponent()
    .appending(path: "gradusTests.modules").path

  /// The cache files of a small course, created once.
  private static let files = Result {
    let project = try TestProject(
      [("one", lesson("$x$\n\n```{swift}\nlet x = 1\n```"))], cache: .modules)
    _ = try project.run("build")
    return try project.files(in: "lessons/.gradus")
      .filter { ["facts", "handbook", "typesetting"].contains($0.key) }
  }
}
