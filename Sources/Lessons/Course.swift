/// What `course.yml` says: the course's name and its lessons in order.
public struct Course: Equatable, Sendable {
  /// Some lessons under a common title.
  public struct Part: Equatable, Sendable {
    /// The part's title; nil where the course has no parts.
    public var title: String?
    /// The lessons' names, in order.
    public var lessons: [String]

    /// Some lessons under a title.
    public init(title: String?, lessons: [String]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// Where results are shared with other machines.
  public struct RemoteCache: Equatable, Sendable {
    /// The address, as it is written.
    public var url: String
    /// Whether results are only taken from there.
    public var isReadOnly: Bool
    /// The line that names the address.
    public var line: Int
  }

  /// The folder, as the user named it.
  public var folder: String
  /// The course's name.
  public var title = ""
  /// One sentence about it.
  public var description = ""
  /// The language of the pages, as HTML names it; it chooses the words of the interface too.
  public var language = "en"
  /// The address at which the site will stand.
  public var url: String?
  /// The address of the repository, or of the folder in which the course's files are edited.
  public var repository: String?
  /// Where results are shared with other machines.
  public var remoteCache: RemoteCache?
  /// The lessons by parts.
  public var parts: [Part] = []

  /// Pages that are built and checked like lessons, but have no number and no neighbours.
  public var pages: [String] = []
  /// The works that lessons cite, from `references.yml`.
  public var works: [Work] = []
  /// Where `file` says all this.
  public var lines = Lines()

  /// The lines of `course.yml`.
  public struct Lines: Equatable, Sendable {
    /// The lines of its keys.
    public var keys: [String: Int] = [:]
    /// The lines that list lessons and pages.
    public var lessons: [String: Int] = [:]
    /// The lines where the parts begin.
    public var parts: [Int] = []

    /// No lines.
    public init() {}
  }

  /// A course in a folder, to be described.
  public init(folder: String) { self.folder = folder }

  /// The lessons' names, in order.
  public var lessons: [String] { parts.flatMap(\.lessons) }

  /// The file of a lesson.
  public func file(of lesson: String) -> String { "\(folder)/\(lesson).md" }

  /// Where the works are listed.
  public var worksFile: String { "\(folder)/references.yml" }

  /// The file that says all this.
  public var file: String { "\(folder)/course.yml" }

  /// Where a key is; the beginning of `file` where it is not there.
  public func place(of key: String) -> Place { Place(file: file, line: lines.keys[key] ?? 1) }

  /// Where a lesson or a page is listed.
  public func place(ofLesson name: String) -> Place {
    Place(file: file, line: lines.lessons[name] ?? 1)
  }

  /// Where a part begins; the pages beside the lessons come after the last.
  public func place(ofPart number: Int) -> Place {
    if lines.parts.indices.contains(number) { return Place(file: file, line: lines.parts[number]) }
    return number == parts.count ? place(of: "pages") : Place(file: file)
  }
}
