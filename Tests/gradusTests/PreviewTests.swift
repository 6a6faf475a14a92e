import Foundation
import Testing

/// Checks the live preview in a browser, as described in `Browser/preview.py`.
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

  @Test func thePageReloadsInPlaceAndShowsErrors() throws {
    let preview = try PreviewProcess(TestProject([("one", Self.text)]))
    try preview.wait { !$0.site.isEmpty }
    let file = preview.project.folder.appending(path: "lessons/one.md").path
    #expect(
      try BrowserScript.problems("preview.py", ["\(preview.url)one.html", file]) == [])
  }
}
