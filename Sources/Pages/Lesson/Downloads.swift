import Lessons
import Markup

/// The files of a lesson that readers can download: its Markdown, its programs and their inputs.
public struct LessonSources: Equatable, Sendable {
  /// The stand-alone program of a session.
  public struct Program: Equatable, Sendable {
    /// The session's name; empty for the default session.
    public var session: String
    /// The program's source in Swift.
    public var source: String

    /// Creates the program of a session.
    public init(session: String, source: String) {
      self.session = session
      self.source = source
    }
  }

  /// The bytes of the lesson's file.
  public var markdown: [UInt8]
  /// The programs in the order of the lesson.
  public var programs: [Program]
  /// The data files that the programs read, with paths relative to the course.
  public var inputs: [Site.File]

  /// Creates the sources of a lesson.
  public init(markdown: [UInt8], programs: [Program], inputs: [Site.File] = []) {
    self.markdown = markdown
    self.programs = programs
    self.inputs = inputs
  }
}

extension MeasuredLesson {
  /// The downloadable files, with their paths in the site.
  var downloads: [Site.File] {
    guard let sources else { return [] }
    let folder = lesson.name
    return [Site.File("\(folder)/\(lesson.name).md", sources.markdown)]
      + sources.programs.map {
        Site.File("\(folder)/\(fileName(of: $0))", command(for: $0, "// ") + "\n" + $0.source)
      }
      + sources.inputs.map { Site.File("\(folder)/\($0.path)", $0.content) }
  }

  fileprivate func fileName(of program: LessonSources.Program) -> String {
    program.session.isEmpty ? "\(lesson.name).swift" : "\(lesson.name)-\(program.session).swift"
  }

  /// The shell command that runs a program in Gradus's folder after a build, with the compiler flags
  /// that a build uses.
  fileprivate func command(for program: LessonSources.Program, _ prefix: String = "") -> String {
    """
    \(prefix)swiftc -swift-version 6 -default-isolation MainActor \\
    \(prefix)  -I .build/release/Modules -I Sources/CBLAS -L .build/release -lNotebook \\
    \(prefix)  -Xlinker -rpath=.build/release -o lesson \(shellArgument(fileName(of: program))) && ./lesson

    """
  }
}

/// A file name quoted for a shell, and prefixed so that no compiler takes it for an option.
private func shellArgument(_ name: String) -> String {
  let name = (name.hasPrefix("-") ? "./" : "") + name
  let isPlain = name.wholeMatch(of: /[\p{L}\p{N}_.\/\-]+/) != nil
  return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
}

/// The section with the links to the lesson's Markdown and programs, each with its command.
func downloadSection(_ measured: MeasuredLesson, _ wording: Wording) -> HTML? {
  guard let sources = measured.sources else { return nil }
  let folder = measured.lesson.name
  let links = sources.programs.map { program -> HTML in
    let name = measured.fileName(of: program)
    let words: String =
      program.session.isEmpty ? wording[.program] : wording(.programOfSession, program.session)
    return """
      <p><a href="\(address(ofPath: "\(folder)/\(name)"))" download>\(words)</a></p>
      <div class="code"><pre role="group" tabindex="0" aria-label="\(name)"><code>\
      \(measured.command(for: program))</code></pre></div>

      """
  }
  let inputs = sources.inputs.map {
    " <a href=\"\(address(ofPath: "\(folder)/\($0.path)"))\" download>\($0.path)</a>" as HTML
  }
  let read: HTML? = inputs.isEmpty ? nil : "<p>\(wording[.inputs]):\(inputs)</p>\n"
  let run: HTML? = links.isEmpty ? nil : "<p>\(wording[.runIt])</p>\n\(links)\(read)"
  return """
    <details class="along"\(wording.lang)><summary>\(wording[.takeAlong])</summary>
    <p><a href="\(address(ofPath: "\(folder)/\(folder).md"))" download>\(wording[.markdown])</a></p>
    \(run)</details>

    """
}
