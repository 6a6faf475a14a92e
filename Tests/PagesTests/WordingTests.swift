import Foundation
import Lessons
import Pages
import Records
import Testing

/// The texts of the interface come from one table, by language.
@Suite struct WordingTests {
  /// The rows of `words.md`: a phrase's name, then its text in each language.
  private var rows: [[String]] {
    Wording.table.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map {
      $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private func placeholders(in words: String) -> [String] {
    words.matches(of: /\{\d\}/).map { String($0.0) }.sorted()
  }

  @Test func everyPhraseIsTranslatedIntoEveryLanguage() {
    let phrases = rows.map { $0[0] }
    #expect(Set(phrases) == Set(Wording.phrases) && phrases.count == Wording.phrases.count)
    let columns = Wording(for: "en").languages.count + 1
    for row in rows {
      #expect(row.count == columns && !row.contains(""), "\(row)")
      #expect(
        row.dropFirst().allSatisfy { placeholders(in: $0) == placeholders(in: row[1]) }, "\(row)")
    }
  }

  /// The table with a second language, in which each phrase is its own name.
  private var twoColumns: String {
    Wording.table.split(separator: "\n").map { line in
      guard line.hasPrefix("|") else { return String(line) }
      let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let words = (["«\(parts[0])»"] + placeholders(in: parts[1])).joined(separator: " ")
      return line + (parts[0] == "phrase" ? " xx |" : " \(words) |")
    }.joined(separator: "\n")
  }

  /// A lesson that uses all phrases of the interface.
  private let body = """
    ## Words

    A.[^n] Said [@glorot2010; @he2015]. [One](claim:one), [some](claim:some). See [](fig:f),
    [](tbl:t), [](eq:e), [](lesson:01-one).

    ## More

    ```{swift}
    //| echo: fold
    let x = 1
    ```

    $$ a $$ {#eq:e}

    | a |
    |---|
    | b |

    \(["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "MISCONCEPTION", "KEYPOINTS"]
      .map { "> [!\($0)]\n> Words.\n\n" }.joined())
    > [!PREDICT]
    > How?
    >
    > ---
    > So.

    > [!EXERCISE] It
    > Do.
    > > [!HINT]
    > > Hint.
    >
    > > [!SOLUTION]
    > > Solution.

    [^n]: Note.
    """

  @Test func aSecondLanguageNeedsOnlyAColumn() throws {
    let lesson = try sample(
      body,
      [
        .output(cell: 0, text: "printed"), figure("f"), table("t"), claim("one", 1.2),
        .claim(
          Claim(
            name: "some", measured: .numbers([1, 2]), demand: .between(low: 1, high: 2),
            place: CellPlace(cell: 0, line: 0))),
        .failure(CellFailure(cell: 0, messages: [])),
      ])
    var course = course([lesson])
    course.language = "xx"
    course.works = ["glorot2010", "he2015"].map {
      var work = CitedWork(id: $0)
      work.authors = [
        CitedWork.Author(family: "A", given: ""), CitedWork.Author(family: "B", given: ""),
      ]
      return work
    }
    let wording = Wording(for: "xx", in: twoColumns)
    #expect(wording.isKnown)
    let site = Site(
      course, [lesson], typesetter: typesetter, compiler: "Swift 6", wording: wording)
    for path in ["index.html", "01-one.html", "404.html", "script.js"] {
      let text = try #require(site.files.first { $0.path == path }).text
      for row in rows where row[1].count > 5 && !row[1].contains("{") {
        let isThere = text.contains(">\(row[1])<") || text.contains("\"\(row[1])\"")
        #expect(!isThere, "\(row) in \(path)")
      }
    }
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    for phrase in [
      "skip", "lessons", "onThisPage", "linkHere", "code", "theCode", "output", "failure", "data",
      "csv", "tip", "misconception", "keyPoints", "hint", "solution", "predict", "showAnswer",
      "works", "tableOfText", "handbook",
    ] {
      #expect(page.contains("«\(phrase)»"), "\(phrase)")
    }
    #expect(page.contains("<b>«figure» 1.1.</b>") && page.contains("<b>«table» 1.1.</b>"))
    #expect(page.contains("«and» A B"))
    #expect(page.contains("«between» 1 2") && page.contains("«fromTo» 1 2"))
  }

  @Test(arguments: [("en", "en"), ("en-GB", "en"), ("EN", "en"), ("xx-Latn-DE", "xx")])
  func aLanguageTagFallsBackToItsLanguage(_ language: String, _ column: String) {
    let wording = Wording(for: language, in: twoColumns)
    #expect(wording.isKnown && wording == Wording(for: column, in: twoColumns))
  }

  @Test func anUntranslatedLanguageIsAWarning() throws {
    let measured = [try sample("Words.")]
    var course = course(measured)
    course.language = "tlh"
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(
      site.diagnostics.map(\.description) == [
        """
        lessons/course.yml:1: warning: the interface is not translated into 'tlh'
        help: it is available in en; English is used
        """
      ])
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(page.contains("<html lang=\"tlh\">") && page.contains("lang=\"en\">Skip to the text"))
  }
}
