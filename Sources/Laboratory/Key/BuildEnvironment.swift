/// The machine and the engine at the start of a build.
///
/// They are read once and passed on, so that a build uses one state of them even if sources are
/// edited meanwhile.
public struct BuildEnvironment: Sendable {
  /// The compiler and library for lessons.
  public let installation: Installation
  /// The part of the key that all sessions share.
  let toolchain: ToolchainKey
  /// The digests of the engine's sources.
  let sources: EngineSources
  /// Whether the library that programs use was built from these sources.
  let isBuilt: Bool

  /// Finds the installation and reads its state.
  ///
  /// - Parameter cache: Caches facts that are slow to determine.
  /// - Throws: A `Fault` if a part is missing or the engine's sources cannot be read.
  public init(in cache: CacheFolder) async throws(Fault) {
    try await self.init(of: try await Installation.find(cache: cache), in: cache)
  }

  /// Reads the state of an installation.
  ///
  /// - Throws: A `Fault` if the engine's sources cannot be read.
  package init(of installation: Installation, in cache: CacheFolder) async throws(Fault) {
    let facts = MachineFactsCache(cache)
    self.installation = installation
    (toolchain, sources) = try await ToolchainKey.read(installation, facts)
    isBuilt = await sources.digestOfBuild(installation.library, facts) == sources.digestOfTargets
  }

  /// The first eight hexadecimal digits of the digest of the engine's sources, which is part of the
  /// keys of runs.
  public var engineFingerprint: String { String(toolchain.engine.prefix(8)) }
}
