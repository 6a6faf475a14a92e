internal import Foundation
internal import Hashing

/// The part of a run's key that all sessions share: engine, compiler, processor and OpenBLAS.
struct ToolchainKey: Codable, Equatable {
  /// The digest of the engine's sources.
  var engine: String
  /// The digest of the sources that compile and run programs.
  var execution: String
  /// The output of `swiftc --version`.
  var compiler: String
  /// The compiler flags of lessons, and of the engine's build.
  var flags: [String]
  /// The processor, for which the engine is optimised.
  var processor: Processor
  /// The digest of the OpenBLAS library, which contains all its kernels.
  var openBLAS: String
  /// The environment variables that, with the processor, select the kernels of OpenBLAS.
  var kernels: String

  /// Determines the key of an installation on this machine.
  ///
  /// - Throws: A `Fault` if the engine's sources cannot be read.
  static func read(
    _ installation: Installation, _ facts: MachineFactsCache
  ) async throws(Fault) -> (ToolchainKey, EngineSources) {
    let sources = try await EngineSources(
      of: installation.root, swift: installation.swift, facts: facts)
    let toolchain = ToolchainKey(
      engine: sources.digest,
      execution: await ExecutionSources.digest(in: installation.root, facts),
      compiler: installation.versionOutput,
      flags: Compiler.flags + [installation.buildFlags], processor: .current,
      openBLAS: await OpenBLAS.digest(facts), kernels: OpenBLAS.environment)
    return (toolchain, sources)
  }
}

/// A processor as described by Linux.
struct Processor: Codable, Equatable {
  /// The model name, or the model's identification if it has no name.
  var name: String
  /// The digest of the list of the processor's features.
  var features: String

  /// The processor of this machine.
  static let current = Processor(describedBy: firstDescription())

  /// Parses `/proc/cpuinfo`, which has `flags` on x86-64 and `Features` on ARM.
  init(describedBy text: String) {
    var fields: [Substring: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let key = parts[0].prefix { $0 != "\t" }
      fields[key] = fields[key] ?? String(parts[1].drop { $0 == " " })
    }
    let kind = ["vendor_id", "cpu family", "model", "CPU implementer", "CPU part"]
      .compactMap { fields[$0] }.joined(separator: " ")
    name = fields["model name"] ?? kind
    features = SHA256.hex(of: "\(kind) \(fields["flags"] ?? fields["Features"] ?? "")".utf8)
  }

  /// The start of `/proc/cpuinfo`: all cores have the same description, and reading many is slow.
  private static func firstDescription() -> String {
    let file = FileHandle(forReadingAtPath: "/proc/cpuinfo")
    return (try? file?.read(upToCount: 4096)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// The OpenBLAS library that the engine uses; it is only digested here, never loaded.
enum OpenBLAS {
  /// The environment variables of OpenBLAS that are passed to programs.
  static let variables = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"]

  /// The values of the variables, as text.
  static var environment: String {
    let environment = ProcessInfo.processInfo.environment
    return variables.compactMap { name in environment[name].map { "\(name)=\($0)" } }
      .joined(separator: " ")
  }

  /// Returns the digest of the library; empty if it is in none of the system's folders.
  static func digest(_ facts: MachineFactsCache) async -> String {
    let candidates = folders.map { "\($0)/libopenblas.so.0" }
    guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }),
      let identity = identity(of: path)
    else { return "" }
    return await facts.value(of: "content of \(identity)") {
      contentDigest(of: path) ?? ""
    }
  }

  /// The folders that the system's linker searches, in order.
  private static let folders = [
    "/usr/local/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64",
    "/usr/lib",
  ]
}
