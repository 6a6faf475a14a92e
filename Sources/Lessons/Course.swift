/// The contents of `course.yml`: the course's title, its lessons in order, and its settings.
public struct Course: Equatable, Sendable {
  /// A group of lessons under a title.
  public struct Part: Equatable, Sendable {
    /// The part's title; nil if the course has no parts.
    public var title: String?
    /// The lessons' names, in order.
    public var lessons: [String]

    /// Creates a part of a course.
    public init(title: String?, lessons: [String]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// The remote cache, in which runs are shared with other machines.
  public struct RemoteCache: Equatable, Sendable {
    /// Its address, as written in `course.yml`.
    public var url: String
    /// Whether runs are only downloaded.
    public var isReadOnly: Bool
    /// The line of the address.
    public var line: Int
  }

  /// The folder, as the user named it.
  public var folder: String
  /// The title of the course.
  public var title = ""
  /// One sentence about it.
  public var description = ""
  /// The language tag of the pages, which also selects the language of the user interface.
  public var language = "en"
  /// The address at which the site will be published.
  public var url: String?
  /// The address of the repository, or of the folder in which the course's files are edited.
  public var repository: String?
  /// The remote cache, if `course.yml` names one.
  public var remoteCache: RemoteCache?
  /// The lessons by parts.
  public var parts: [Part] = []

  /// Pages that are built and checked like lessons, but have no number and no links to the previous
  /// and next page.
  public var pages: [String] = []
  /// The works that lessons cite, from `references.yml`.
  public var works: [CitedWork] = []
  /// The lines of `course.yml` on which all this is written.
  public var lines = Lines()

  /// The lines of the entries of `course.yml`.
  public struct Lines: Equatable, Sendable {
    /// The line of each top-level key.
    public var keys: [String: Int] = [:]
    /// The line of each lesson and page.
    public var lessons: [String: Int] = [:]
    /// The first line of each part.
    public var parts: [Int] = []

    /// Creates an empty index.
    public init() {}
  }

  /// Creates a course without lessons in a folder.
  public init(folder: String) { self.folder = folder }

  /// The lessons' names, in order.
  public var lessons: [String] { parts.flatMap(\.lessons) }

  /// The path of a lesson's file.
  public func file(of lesson: String) -> String { "\(folder)/\(lesson).md" }

  /// The path of `references.yml`, which lists the cited works.
  public var referencesFile: String { "\(folder)/references.yml" }

  /// The path of `course.yml`.
  public var file: String { "\(folder)/course.yml" }

  /// The place of a key in `file`; the first line if the key is missing.
  public func place(of key: String) -> Place { Place(file: file, line: lines.keys[key] ?? 1) }

  /// The place at which a lesson or page is listed.
  public func place(ofLesson name: String) -> Place {
    Place(file: file, line: lines.lessons[name] ?? 1)
  }

  /// The place at which a part begins; the number after the last part's is that of the pages.
  public func place(ofPart number: Int) -> Place {
    if lines.parts.indices.contains(number) { return Place(file: file, line: lines.parts[number]) }
    return number == parts.count ? place(of: "pages") : Place(file: file)
  }
}
