import Lessons
import Markup

/// A lesson as its readers may take it home: its Markdown, and a program for each session.
public struct LessonSources: Equatable, Sendable {
  /// The program of a session, which runs by itself against the engine.
  public struct Program: Equatable, Sendable {
    /// The session's name.
    public var session: String
    /// The Swift source.
    public var source: String

    /// The program of a session.
    public init(session: String, source: String) {
      self.session = session
      self.source = source
    }
  }

  /// The lesson's file.
  public var markdown: [UInt8]
  /// The programs in the order of the lesson.
  public var programs: [Program]
  /// The data files that the programs read, by their paths within the course.
  public var inputs: [Site.File]

  /// A lesson's file, its programs and what they read.
  public init(markdown: [UInt8], programs: [Program], inputs: [Site.File] = []) {
    self.markdown = markdown
    self.programs = programs
    self.inputs = inputs
  }
}

extension MeasuredLesson {
  /// What the site offers to take home, by its path.
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

  /// The lines that run a program in Gradus's folder after a build; the flags are the laboratory's.
  fileprivate func command(for program: LessonSources.Program, _ prefix: String = "") -> String {
    """
    \(prefix)swiftc -swift-version 6 -default-isolation MainActor \\
    \(prefix)  -I .build/release/Modules -I Sources/CBLAS -L .build/release -lNotebook \\
    \(prefix)  -Xlinker -rpath=.build/release -o lesson \(fileName(of: program)) && ./lesson

    """
  }
}

/// The lesson's Markdown and programs, each with what runs it.
func takeAlong(_ measured: MeasuredLesson, _ wording: Wording) -> HTML? {
  guard let sources = measured.sources else { return nil }
  let folder = measured.lesson.name
  let links = sources.programs.map { program -> HTML in
    let name = measured.fileName(of: program)
    let words =
      program.session.isEmpty ? wording[.program] : wording(.programOfSession, program.session)
    return """
      <p><a href="\(address(ofFile: "\(folder)/\(name)"))" download>\(words)</a></p>
      <div class="code"><pre role="group" tabindex="0" aria-label="\(name)"><code>\
      \(measured.command(for: program))</code></pre></div>

      """
  }
  let inputs = sources.inputs.map {
    " <a href=\"\(address(ofFile: "\(folder)/\($0.path)"))\" download>\($0.path)</a>" as HTML
  }
  let read: HTML? = inputs.isEmpty ? nil : "<p>\(wording[.inputs]):\(inputs)</p>\n"
  let run: HTML? = links.isEmpty ? nil : "<p>\(wording[.runIt])</p>\n\(links)\(read)"
  return """
    <details class="along"><summary>\(wording[.takeAlong])</summary>
    <p><a href="\(address(ofFile: "\(folder)/\(folder).md"))" download>\(wording[.markdown])</a></p>
    \(run)</details>

    """
}
