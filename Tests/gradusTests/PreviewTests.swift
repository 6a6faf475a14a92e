import Foundation
import Testing

/// A page that is served while it is written, as a browser shows it; `Browser/preview.py` says what
/// is looked at.
@Suite struct PreviewTests {
  private static let text = lesson(
    """
    Above.

    > [!EXERCISE] Fold
    > Do it.
    >
    > > [!HINT]
    > > Folded.

    \((1...40).map { "Paragraph \($0).\n" }.joined(separator: "\n"))
    ## Here

    ```{swift}
    let a = 1
    ```

    It is `{swift} a`.

    \((1...40).map { "Paragraph \($0).\n" }.joined(separator: "\n"))
    """)

  @Test func aPageIsLoadedAnewWhereItStandsAndErrorsComeAndGo() throws {
    let serving = try Serving(Workshop([("one", Self.text)]))
    try serving.wait { !$0.site.isEmpty }
    let file = serving.workshop.folder.appending(path: "lessons/one.md").path
    #expect(
      try BrowserScript.problems("preview.py", ["\(serving.url)one.html", file]) == [])
  }
}
