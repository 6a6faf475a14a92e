internal import Foundation
internal import Hashing

/// What can change the result of every program alike.
struct Surroundings: Codable, Equatable {
  /// The digest of the engine's sources.
  var engine: String
  /// The digest of the laboratory's sources.
  var laboratory: String
  /// What the compiler says of its version.
  var compiler: String
  /// What lessons are compiled with, and how the engine was built.
  var flags: [String]
  /// The processor, for which the engine was built.
  var processor: Processor
  /// The digest of OpenBLAS's library, which holds its version and all its kernels.
  var openBLAS: String
  /// What the environment says to OpenBLAS; with the processor it decides which kernels are used.
  var kernels: String

  /// Looks around.
  ///
  /// - Throws: What keeps the engine's sources from being known.
  static func look(
    _ installation: Installation, _ facts: Facts
  ) async throws(Fault) -> (Surroundings, EngineSources) {
    let sources = try await EngineSources(
      of: installation.root, swift: installation.swift, facts)
    let surroundings = Surroundings(
      engine: sources.digest,
      laboratory: await LaboratorySources.digest(in: installation.root, facts),
      compiler: installation.compilerWords,
      flags: Compiler.flags + [installation.buildFlags], processor: .this,
      openBLAS: await OpenBLAS.digest(facts), kernels: OpenBLAS.choice)
    return (surroundings, sources)
  }
}

/// A processor, as Linux describes it.
struct Processor: Codable, Equatable {
  /// Its name.
  var name: String
  /// The digest of the list of its features.
  var features: String

  /// The one that runs this program.
  static let this = Processor(describedBy: firstDescription())

  /// Reads `/proc/cpuinfo`: x86-64 lists `flags`, ARM `Features`.
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

  /// All cores are described alike, and describing many takes the kernel a while.
  private static func firstDescription() -> String {
    let file = FileHandle(forReadingAtPath: "/proc/cpuinfo")
    return (try? file?.read(upToCount: 4096)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// OpenBLAS as the engine finds it; here it is only looked at, never loaded.
enum OpenBLAS {
  /// What of the environment a program gets, since OpenBLAS listens to it.
  static let variables = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"]

  /// What the environment says.
  static var choice: String {
    let environment = ProcessInfo.processInfo.environment
    return variables.compactMap { name in environment[name].map { "\(name)=\($0)" } }
      .joined(separator: " ")
  }

  /// The digest of the library; empty where it is in none of the system's folders.
  static func digest(_ facts: Facts) async -> String {
    let candidates = folders.map { "\($0)/libopenblas.so.0" }
    guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }),
      let identity = identity(of: path)
    else { return "" }
    return await facts.answer("content of \(identity)") {
      contentDigest(of: path) ?? ""
    }
  }

  /// Where the system's linker looks, in its order.
  private static let folders = [
    "/usr/local/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64",
    "/usr/lib",
  ]
}
