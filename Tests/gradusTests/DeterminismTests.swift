import Foundation
import Testing

/// The same lessons give the same bytes in any environment.
@Suite struct DeterminismTests {
  static let course = [
    ("one", BuildTests.good), ("two", BuildTests.cells),
    (
      "three",
      lesson(
        """
        Some $x^2$, a note[^n] and [](eq:sum), after [](fig:one/halves).

        $$
        \\sum_{k} f_k
        $$ {#eq:sum}

        | a | b |
        |---|--:|
        | 1 | 2 |

        ```swift
        let shown = "é"
        ```

        ```{swift}
        var counts: [String: Int] = [:]
        for word in ["a", "b", "c", "d", "e", "f"] { counts[word, default: 0] += 1 }
        print(counts, Set([1, 2, 3, 4, 5, 6, 7]), 1234567.891.formatted())
        print(Date(timeIntervalSince1970: 0), Locale.current.identifier)
        ```

        [^n]: A note.
        """)
    ),
  ]

  private func site(
    _ script: String, _ environment: [String: String]
  ) throws -> [String: Data] {
    let project = try TestProject(DeterminismTests.course)
    try project.write("lessons/data/numbers.txt", "3 0.5")
    let run = try project.shell(script, environment: environment)
    #expect(run.exitCode == 0, "\(run.errors)")
    let modes = try project.shell("cd output; find . -printf '%p %m\\n' | sort")
    return try project.files(in: "output").merging(["modes": Data(modes.output.utf8)]) { $1 }
  }

  @Test func freshBuildsGiveTheSameBytes() throws {
    let one = try site(#"umask 022; exec "$gradus" build --jobs 1"#, ["TZ": "UTC", "LANG": "C"])
    let other = try site(
      #"umask 077; export HOME=$PWD/home; mkdir deep; cd deep; exec "$gradus" build --course ../lessons --output ../output"#,
      [
        "TZ": "Pacific/Chatham", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        "SWIFT_DETERMINISTIC_HASHING": "1", "USER": "somebody", "COLUMNS": "40",
      ])
    #expect(one.keys.sorted() == other.keys.sorted())
    for (path, content) in one { #expect(content == other[path], "\(path) differs") }
  }

  @Test func modificationTimesDoNotMatter() throws {
    let project = try TestProject(DeterminismTests.course)
    try project.write("lessons/data/numbers.txt", "3 0.5")
    #expect(try project.run("build").exitCode == 0)
    for time in ["2099-01-01", "1971-01-01"] {
      _ = try project.shell("find . -exec touch -h -d \(time) {} +")
      #expect(try project.run("build").errors == "output: nothing has changed\n")
      _ = try project.run("build", "--output", time)
      #expect(try project.files(in: time) == project.files(in: "output"))
    }
  }
}
