import Lessons

/// The addresses at which the files of a course's repository can be viewed and edited.
///
/// If the course file gives the address of a repository, its host determines the rest of each address;
/// any other address is that of the folder with the lessons.
struct RepositoryLinks {
  private let base: String
  /// Whether the address is that of a repository.
  let isRepository: Bool

  /// Reads the address from the course; nil if there is none.
  init?(_ course: Course) {
    guard var base = course.repository, !base.isEmpty else { return nil }
    while base.hasSuffix("/") { base.removeLast() }
    if base.hasSuffix(".git") { base.removeLast(4) }
    self.base = base
    isRepository = base.wholeMatch(of: /https?:\/\/[^\/]+\/[^\/]+\/[^\/]+/) != nil
  }

  /// The address at which a file of the repository can be edited.
  func editAddress(_ path: String) -> String {
    "\(base)/\(routes.edit)/main/\(address(ofPath: path))"
  }

  /// The address at which a file of the repository can be viewed.
  func viewAddress(_ path: String) -> String {
    "\(base)/\(routes.view)/main/\(address(ofPath: path))"
  }

  /// The address at which a file can be edited if the address is that of a folder.
  func folderAddress(_ name: String) -> String { "\(base)/\(address(ofPath: name))" }

  /// The part of an address between the repository and the branch.
  private var routes: (edit: String, view: String) {
    let host = base.split(separator: "/").dropFirst().first ?? ""
    if host.contains("gitlab") { return ("-/edit", "-/blob") }
    let isGitea = ["codeberg", "gitea", "forgejo"].contains { host.contains($0) }
    return isGitea ? ("_edit", "src/branch") : ("edit", "blob")
  }
}

extension SiteIndex {
  /// The address at which a lesson's file can be edited; nil if the course file has no address.
  func editAddress(of lesson: String) -> String? {
    guard let links = RepositoryLinks(course) else { return nil }
    guard links.isRepository else { return links.folderAddress("\(lesson).md") }
    return location.pathInRepository("\(lesson).md").map(links.editAddress)
  }

  /// Reports why lessons have no edit link.
  var repositoryDiagnostics: [Diagnostic] {
    guard let links = RepositoryLinks(course), links.isRepository,
      location.pathInRepository("course.yml") == nil
    else { return [] }
    return [
      .warning(
        .course, course.place(of: "repository"),
        "the course is not in a Git repository, so its pages have no edit link",
        help: "set the address at which the lessons' folder is edited: "
          + "repository: \(links.editAddress("lessons"))")
    ]
  }
}
