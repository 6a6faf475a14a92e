/// The sources that affect how programs run: those of `Laboratory` and of the supervisor `keeper`.
enum LaboratorySources {
  private static let folders = ["Sources/Laboratory", "Sources/keeper"]

  /// Returns the digest of the sources of the running program: those at the time when it was first
  /// seen.
  static func digest(in package: String, _ facts: MachineFactsCache) async -> String {
    let program = identity(of: "/proc/self/exe") ?? ""
    return await facts.value(of: "laboratory of \(package) in \(program)") {
      contentDigest(of: folders.flatMap { filesBelow($0, in: package) }, in: package)
    }
  }
}
