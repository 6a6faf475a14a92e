internal import Foundation

/// What a lesson's program is compiled with: the Swift compiler, and Notebook as it was built
/// together with the running product.
public struct Installation: Equatable, Sendable {
  /// The path of `swiftc`.
  public var compiler: String
  /// The compiler's name and version, such as `Swift 6.3.1`.
  public var compilerVersion: String
  /// The folder that holds the library Notebook.
  public var libraries: String
  /// The folder that holds the modules that a program imports.
  public var modules: String
  /// The folders of the C libraries that those modules import.
  public var headers: [String]

  /// The installation around the running product.
  ///
  /// - Parameters:
  ///   - product: The folder of the product; without it, that of the running program.
  ///   - path: The folders in which to look for the compiler, as in `PATH`; without it, `PATH`.
  /// - Returns: The installation, with all its parts there.
  /// - Throws: What is missing.
  public static func find(
    product: String? = nil, path: String? = nil
  ) async throws(Fault) -> Installation {
    let product = if let product { product } else { try folderOfThisProgram() }
    let modules = product + "/Modules"
    for file in [product + "/libNotebook.so", modules + "/Notebook.swiftmodule"] {
      guard FileManager.default.fileExists(atPath: file) else { throw .noNotebook(file) }
    }
    let compiler = try find(
      "swiftc", in: path ?? ProcessInfo.processInfo.environment["PATH"] ?? "")
    return Installation(
      compiler: compiler, compilerVersion: try await version(of: compiler), libraries: product,
      modules: modules, headers: [try packageRoot(above: product) + "/Sources/CBLAS"])
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

  private static func version(of compiler: String) async throws(Fault) -> String {
    let words = try await Scratch.with(in: NSTemporaryDirectory()) {
      scratch throws(Fault) in
      _ = try await Command(
        executable: compiler, arguments: ["--version"], folder: scratch.home,
        output: scratch.output, errors: scratch.errors
      ).run()
      return scratch.text(scratch.output)
    }
    guard let match = words.firstMatch(of: /Swift version (\S+)/) else {
      throw .strangeCompiler(compiler)
    }
    return "Swift \(match.1)"
  }
}
