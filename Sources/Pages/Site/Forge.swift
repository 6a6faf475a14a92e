import Lessons

/// Where the files of a course's repository can be read and edited on the net.
///
/// The address of a repository is completed as its forge has it; any other is that of the course's
/// folder.
struct Forge {
  private let base: String
  /// Whether the address is a repository's.
  let isRepository: Bool

  /// The forge of a course; nil where the course names none.
  init?(_ course: Course) {
    guard var base = course.repository, !base.isEmpty else { return nil }
    while base.hasSuffix("/") { base.removeLast() }
    if base.hasSuffix(".git") { base.removeLast(4) }
    self.base = base
    isRepository = base.wholeMatch(of: /https?:\/\/[^\/]+\/[^\/]+\/[^\/]+/) != nil
  }

  /// Where a file of the repository can be edited.
  func edit(_ path: String) -> String { "\(base)/\(ways.edit)/main/\(address(ofPath: path))" }

  /// Where a file of the repository can be read.
  func view(_ path: String) -> String { "\(base)/\(ways.view)/main/\(address(ofPath: path))" }

  /// Where a file in the folder that the course names can be edited.
  func file(_ name: String) -> String { "\(base)/\(address(ofPath: name))" }

  /// What stands between a repository and a branch of it.
  private var ways: (edit: String, view: String) {
    let host = base.split(separator: "/").dropFirst().first ?? ""
    if host.contains("gitlab") { return ("-/edit", "-/blob") }
    let isGitea = ["codeberg", "gitea", "forgejo"].contains { host.contains($0) }
    return isGitea ? ("_edit", "src/branch") : ("edit", "blob")
  }
}

extension SiteIndex {
  /// Where a lesson's file can be edited, if the course says where its files are.
  func editAddress(of lesson: String) -> String? {
    guard let forge = Forge(course) else { return nil }
    guard forge.isRepository else { return forge.file("\(lesson).md") }
    return place.pathInRepository("\(lesson).md").map(forge.edit)
  }

  /// What keeps lessons from having a link to edit them.
  var repositoryDiagnostics: [Diagnostic] {
    guard let forge = Forge(course), forge.isRepository, place.pathInRepository("course.yml") == nil
    else { return [] }
    return [
      .warning(
        .course, course.place(of: "repository"),
        "the course is in no Git repository, so no page has a link to edit it",
        help: "name the folder in which the forge edits the lessons: "
          + "repository: \(forge.edit("lessons"))")
    ]
  }
}
