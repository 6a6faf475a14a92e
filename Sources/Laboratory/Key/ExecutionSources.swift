/// The sources that can change the result of a run: those that compile and run programs, and those of
/// the supervisor `keeper`; not those of caching, messages or documentation.
enum ExecutionSources {
  private static let folders = ["Sources/Laboratory/Execution", "Sources/keeper"]

  /// Returns the digest of the sources of the running program: those at the time when it was first
  /// seen.
  static func digest(in package: String, _ facts: MachineFactsCache) async -> String {
    let program = identity(of: "/proc/self/exe") ?? ""
    return await facts.value(of: "execution sources of \(package) in \(program)") {
      contentDigest(of: folders.flatMap { filesBelow($0, in: package) }, in: package)
    }
  }
}
