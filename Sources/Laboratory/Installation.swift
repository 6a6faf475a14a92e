internal import Foundation

/// What a lesson's program is compiled with: the Swift compiler, and Notebook as it was built
/// together with the running product.
public struct Installation: Equatable, Sendable {
  /// The path of `swiftc`.
  public var compiler: String
  /// All that the compiler says of its version.
  var compilerWords: String
  /// The folder that holds the library Notebook.
  public var libraries: String
  /// The folder that holds the modules that a program imports.
  public var modules: String
  /// The folder of the package.
  package var root: String

  /// The compiler's name and version, such as `Swift 6.3.1`.
  public var compilerVersion: String { "Swift \(version ?? "")" }

  /// The folders of the C libraries that those modules import.
  public var headers: [String] { [root + "/Sources/CBLAS"] }

  /// The command that knows the package's targets, beside the compiler.
  var swift: String {
    compiler.prefix(upTo: compiler.lastIndex(of: "/") ?? compiler.startIndex) + "/swift"
  }

  /// The library Notebook.
  var library: String { libraries + "/libNotebook.so" }

  /// How the library was built: the kind of build, and the flags that the start script notes.
  var buildFlags: String {
    let note = FileManager.default.contents(atPath: libraries + "/../../machine") ?? Data()
    let flags = String(decoding: note, as: UTF8.self).split(separator: "\n").dropFirst().first ?? ""
    return "\(libraries.split(separator: "/").last ?? "") \(flags)"
  }

  private var version: Substring? {
    compilerWords.firstRange(of: "Swift version ").map { words in
      compilerWords[words.upperBound...].prefix { !$0.isWhitespace }
    }
  }

  /// The installation around the running product.
  ///
  /// - Parameters:
  ///   - product: The folder of the product; without it, that of the running program.
  ///   - path: The folders in which to look for the compiler, as in `PATH`; without it, `PATH`.
  ///   - cache: What remembers the compiler's version; damage that would keep it from being written
  ///     is removed.
  /// - Returns: The installation, with all its parts there.
  /// - Throws: What is missing.
  public static func find(
    product: String? = nil, path: String? = nil, cache: CacheFolder? = nil
  ) async throws(Fault) -> Installation {
    cache?.repair()
    let product = if let product { product } else { try folderOfThisProgram() }
    let modules = product + "/Modules"
    for file in [product + "/libNotebook.so", modules + "/Notebook.swiftmodule"] {
      guard FileManager.default.fileExists(atPath: file) else { throw .noNotebook(file) }
    }
    let compiler = try find(
      "swiftc", in: path ?? ProcessInfo.processInfo.environment["PATH"] ?? "")
    let installation = Installation(
      compiler: compiler, compilerWords: try await words(of: compiler, Facts(cache)),
      libraries: product, modules: modules, root: try packageRoot(above: product))
    guard installation.version != nil else { throw .strangeCompiler(compiler) }
    return installation
  }

  private static func folderOfThisProgram() throws(Fault) -> String {
    do {
      let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return program.split(separator: "/").dropLast().map { "/\($0)" }.joined()
    } catch {
      throw Fault(.machine, "the running program cannot be found: /proc is missing")
    }
  }

  private static func packageRoot(above folder: String) throws(Fault) -> String {
    var parts = folder.split(separator: "/")
    while !parts.isEmpty {
      let candidate = parts.map { "/\($0)" }.joined()
      if FileManager.default.fileExists(atPath: candidate + "/Package.swift") { return candidate }
      parts.removeLast()
    }
    throw .noPackage(above: folder)
  }

  private static func find(_ tool: String, in path: String) throws(Fault) -> String {
    let candidates = path.split(separator: ":").map { "\($0)/\(tool)" }
    let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw .noCompiler }
    return found
  }

  /// What the compiler says of its version.
  ///
  /// It is remembered where the compiler itself stands there. A program that chooses among
  /// compilers has none beside it; it may choose another one next time, so it is asked each time.
  private static func words(of compiler: String, _ facts: Facts) async throws(Fault) -> String {
    let folder = resolved(compiler).split(separator: "/").dropLast().map { "/\($0)" }.joined()
    guard let driver = identity(of: compiler), let itself = identity(of: folder + "/swift-frontend")
    else { return try await words(of: compiler) }
    return try await facts.answer("version of \(driver) with \(itself)") { () async throws(Fault) in
      try await words(of: compiler)
    }
  }

  private static func words(of compiler: String) async throws(Fault) -> String {
    try await Scratch.with(in: NSTemporaryDirectory()) { scratch throws(Fault) in
      _ = try await Command(
        executable: compiler, arguments: ["--version"], folder: scratch.home,
        output: scratch.output, errors: scratch.errors
      ).run()
      return scratch.text(scratch.output)
    }
  }
}
