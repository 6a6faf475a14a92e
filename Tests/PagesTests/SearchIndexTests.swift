import Foundation
import Lessons
import Pages
import Records
import Testing

/// The content of the search index; the search itself is tested in a browser.
@Suite struct SearchIndexTests {
  private func searchIndex(_ lessons: [MeasuredLesson], _ change: (inout Course) -> Void = { _ in })
    throws -> [String: String]
  {
    var course = course(lessons)
    change(&course)
    let files = Site(course, lessons, typesetter: typesetter, compiler: "Swift 6").files
    return Dictionary(
      uniqueKeysWithValues: files.filter { $0.path.hasPrefix("search/") }.map { ($0.path, $0.text) }
    )
  }

  @Test func theIndexHasHeadingsAndTheTextBelowThem() throws {
    let lesson = try sample(
      """
      First $x$ words, `{swift} value`.

      ## A *heading*

      - tight **item**

      > [!NOTE] Title
      > inside

      ```{swift}
      let shown = 1
      // hide
      let hidden = 2
      // show
      ```
      ```{swift}
      //| echo: false
      let secret = 1
      ```

      ## 梯度 & "消失"

      | a | b |
      |---|---|
      | c | d |

      Said.[^n]

      [^n]: A note.
      """,
      [.value(index: 0, text: "9.5 × 10⁻⁷"), figure("f", cell: 1)])
    #expect(
      try searchIndex([lesson])["search/1.js"] == """
        (window.searchIndex ??= []).push(...[["01-one.html","Title of 01-one","Words.",\
        [["","","First x words, 9.5 × 10⁻⁷."],\
        ["a-heading","A heading","tight item Title inside let shown = 1 Found Seen."],\
        ["梯度-消失","梯度 & \\"消失\\"","a b c d Said. A note."]]]]);

        """)
  }

  @Test func everyPartHasAFile() throws {
    let lessons = try ["a", "b", "c"].map { try sample("Words.", name: $0) }
    let files = try searchIndex(lessons) {
      $0.parts = [Course.Part(title: "P", lessons: ["a"]), Course.Part(title: "Q", lessons: ["b"])]
      $0.pages = ["c"]
    }
    #expect(files.keys.sorted() == ["search/1.js", "search/2.js", "search/3.js"])
    for (path, page) in [("search/1.js", "a"), ("search/2.js", "b"), ("search/3.js", "c")] {
      let text = try #require(files[path])
      #expect(text.matches(of: /"(\w)\.html"/).map { String($0.1) } == [page])
    }
  }
}
