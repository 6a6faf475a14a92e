/// The sources that decide what becomes of a program's run: the laboratory's own, and its keeper's.
enum LaboratorySources {
  private static let folders = ["Sources/Laboratory", "Sources/keeper"]

  /// The digest of those that the running program is made of: they stood there when it was first
  /// seen.
  static func digest(in package: String, _ facts: Facts) async -> String {
    let program = identity(of: "/proc/self/exe") ?? ""
    return await facts.answer("laboratory of \(package) in \(program)") {
      contentDigest(of: folders.flatMap { filesBelow($0, in: package) }, in: package)
    }
  }
}
