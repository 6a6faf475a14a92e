import Foundation
import Testing

/// The pages that list what a cell can use, as a build makes them of the compiler's own lists.
@Suite struct HandbookTests {
  @Test func aCourseWithACellListsWhatItCanUse() throws {
    let workshop = try Workshop(
      [("one", lesson("```{swift}\nlet x = 1\n```"))], cache: .empty)
    #expect(try workshop.run("build").exitCode == 0)
    for (module, name) in [
      ("engine", "Linear"), ("charts", "LineMark"), ("notebook", "figure(_:alt:marks:)"),
    ] {
      #expect(try workshop.read("output/reference-\(module).html").contains("id=\"\(name)\""))
      #expect(try workshop.read("output/reference.html").contains("<code>\(name)</code>"))
    }
    #expect(try workshop.run("build").errors == "output: nothing has changed\n")
    // A change of prose makes nothing of it anew, nor does it need the compiler's lists.
    let kept = workshop.folder.appending(path: "lessons/.gradus/handbook")
    try FileManager.default.removeItem(at: kept)
    let before = try workshop.read("output/reference-engine.html")
    try workshop.write("lessons/one.md", lesson("Words.\n\n```{swift}\nlet x = 1\n```"))
    #expect(try workshop.run("build").exitCode == 0)
    #expect(try workshop.read("output/reference-engine.html") == before)
    #expect(try !workshop.files(in: "lessons/.gradus").keys.contains("handbook"))
  }

  /// A page with its style sheet, and a piece of the index, are as light as a lesson's must be.
  @Test func everyPageIsLight() throws {
    let workshop = try Workshop([("one", lesson("```{swift}\nlet x = 1\n```"))])
    #expect(try workshop.run("build").exitCode == 0)
    let sizes = try workshop.shell(
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
