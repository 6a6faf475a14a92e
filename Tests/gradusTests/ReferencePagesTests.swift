import Foundation
import Testing

/// The reference pages of what a cell can use, generated from the compiler's symbol graphs.
@Suite struct ReferencePagesTests {
  @Test func aCourseWithCellsHasReferencePages() throws {
    let project = try TestProject(
      [("one", lesson("```{swift}\nlet x = 1\n```"))], cache: .empty)
    #expect(try project.run("build").exitCode == 0)
    for (module, name) in [
      ("engine", "Linear"), ("charts", "LineMark"), ("notebook", "figure(_:alt:marks:)"),
    ] {
      #expect(try project.read("output/reference-\(module).html").contains("id=\"\(name)\""))
      #expect(try project.read("output/reference.html").contains("<code>\(name)</code>"))
    }
    #expect(try project.run("build").errors == "output: nothing has changed\n")
    // A change of prose neither rebuilds the pages nor needs the symbol graphs.
    let cached = project.folder.appending(path: "lessons/.gradus/handbook")
    try FileManager.default.removeItem(at: cached)
    let before = try project.read("output/reference-engine.html")
    try project.write("lessons/one.md", lesson("Words.\n\n```{swift}\nlet x = 1\n```"))
    #expect(try project.run("build").exitCode == 0)
    #expect(try project.read("output/reference-engine.html") == before)
    #expect(try !project.files(in: "lessons/.gradus").keys.contains("handbook"))
  }

  /// Pages with their style sheet, and pieces of the search index, stay below the size limits.
  @Test func everyPageStaysBelowTheSizeLimits() throws {
    let project = try TestProject([("one", lesson("```{swift}\nlet x = 1\n```"))])
    #expect(try project.run("build").exitCode == 0)
    let sizes = try project.shell(
      """
      cd output
      for page in reference*.html; do
        echo "$(cat $page style.css | wc -c) $(cat $page style.css | gzip | wc -c)"
      done
      echo "0 $(gzip <search/0.js | wc -c)"
      """
    ).output.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
    #expect(sizes.count == 5)
    for size in sizes { #expect(size[0] <= 400 * 1024 && size[1] <= 100 * 1024, "\(size)") }
  }
}
