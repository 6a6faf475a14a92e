internal import Foundation

/// The Swift compiler and the library Notebook with which lessons are compiled; the library was
/// built together with the running product.
public struct Installation: Equatable, Sendable {
  /// The path of `swiftc`.
  public var compiler: String
  /// The output of `swiftc --version`.
  var versionOutput: String
  /// The folder of the library Notebook.
  public var libraries: String
  /// The folder of the modules that programs import.
  public var modules: String
  /// The folder of the package.
  package var root: String

  /// The compiler's name and version, such as `Swift 6.3.1`.
  public var compilerVersion: String { "Swift \(version ?? "")" }

  /// The folders of the C libraries that those modules import.
  public var headers: [String] { [root + "/Sources/CBLAS"] }

  /// The path of `swift`, beside the compiler.
  var swift: String {
    compiler.prefix(upTo: compiler.lastIndex(of: "/") ?? compiler.startIndex) + "/swift"
  }

  /// The library Notebook.
  var library: String { libraries + "/libNotebook.so" }

  /// How the library was built: the configuration, and the flags that the start script writes down.
  var buildFlags: String {
    let note = FileManager.default.contents(atPath: libraries + "/../../machine") ?? Data()
    let flags = String(decoding: note, as: UTF8.self).split(separator: "\n").dropFirst().first ?? ""
    return "\(libraries.split(separator: "/").last ?? "") \(flags)"
  }

  private var version: Substring? {
    versionOutput.firstRange(of: "Swift version ").map { range in
      versionOutput[range.upperBound...].prefix { !$0.isWhitespace }
    }
  }

  /// Finds the installation around the running product.
  ///
  /// - Parameters:
  ///   - product: The folder of the product; by default, that of the running program.
  ///   - path: The folders in which to look for the compiler, as in `PATH`; by default, `PATH`.
  ///   - cache: Caches the compiler's version; damage that would prevent writing it is repaired.
  /// - Returns: The installation, all of whose files exist.
  /// - Throws: A `Fault` if a part is missing.
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
      compiler: compiler, versionOutput: try await version(of: compiler, MachineFactsCache(cache)),
      libraries: product, modules: modules, root: try packageRoot(above: product))
    guard installation.version != nil else { throw .unknownVersion(compiler) }
    return installation
  }

  private static func folderOfThisProgram() throws(Fault) -> String {
    do {
      let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return program.split(separator: "/").dropLast().map { "/\($0)" }.joined()
    } catch {
      throw Fault(.machine, "cannot find the running program: /proc is missing")
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

  /// Returns the output of `swiftc --version`, cached where `swiftc` is the compiler itself.
  ///
  /// A launcher that selects one of several compilers has no `swift-frontend` beside it; it can
  /// select another one next time, so it is run each time.
  private static func version(of compiler: String, _ facts: MachineFactsCache) async throws(Fault)
    -> String
  {
    let folder = resolved(compiler).split(separator: "/").dropLast().map { "/\($0)" }.joined()
    guard let driver = identity(of: compiler),
      let frontend = identity(of: folder + "/swift-frontend")
    else { return try await version(of: compiler) }
    return try await facts.value(of: "version of \(driver) with \(frontend)") {
      () async throws(Fault) in
      try await version(of: compiler)
    }
  }

  private static func version(of compiler: String) async throws(Fault) -> String {
    try await ScratchFolder.with(in: NSTemporaryDirectory()) { scratch throws(Fault) in
      _ = try await Command(
        executable: compiler, arguments: ["--version"], folder: scratch.home,
        output: scratch.output, errors: scratch.errors
      ).run()
      return scratch.text(scratch.output)
    }
  }
}
