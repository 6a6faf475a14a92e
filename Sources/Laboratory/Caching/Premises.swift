/// The machine and the engine as a build finds them when it begins.
///
/// They are looked at once and handed on, so that all of a build goes by one state of them, whatever
/// is edited meanwhile.
public struct Premises: Sendable {
  /// What lessons are compiled with.
  public let installation: Installation
  /// What is the same for all sessions.
  let surroundings: Surroundings
  /// The engine's sources.
  let sources: EngineSources
  /// Whether the library with which programs run is made of these sources.
  let isBuilt: Bool

  /// Finds what lessons are compiled with, and looks around.
  ///
  /// - Parameter cache: What remembers what is slow to find out.
  /// - Throws: What is missing, or what keeps the engine's sources from being known.
  public init(in cache: CacheFolder) async throws(Fault) {
    try await self.init(of: try await Installation.find(cache: cache), in: cache)
  }

  /// Looks around an installation.
  ///
  /// - Throws: What keeps the engine's sources from being known.
  package init(of installation: Installation, in cache: CacheFolder) async throws(Fault) {
    let facts = Facts(cache)
    self.installation = installation
    (surroundings, sources) = try await Surroundings.look(installation, facts)
    isBuilt = await sources.digestInside(installation.library, facts) == sources.digestOfTargets
  }

  /// The first eight hexadecimal digits of the digest of the engine's sources, under which runs are
  /// kept too.
  public var engineFingerprint: String { String(surroundings.engine.prefix(8)) }
}
