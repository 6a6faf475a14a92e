import Charts
import Differences
import Foundation
import Records
import Testing

@Suite struct ComparisonTests {
  /// One record of each kind, including NaN, −0 and ∞.
  static let records: [Record] = [
    .cell(index: 0, outputStart: 0), .output(cell: 0, text: "one\ntwo\n"),
    .claim([.nan, -0.0], .atMost(bound: 1)), .claim([true, false], .count(atLeast: 1, of: 2)),
    .value(index: 0, text: "0.25"), .nothing(index: 1),
    .cell(index: 1, outputStart: 8), .line([1, .nan, .infinity]),
    .table([[.text("a"), .number(.nan)], [.text("b"), .nothing]]),
    .failure(CellFailure(cell: 1, messages: [.init("no")])), .end(engine: "E"),
  ]

  /// The same records, each changed.
  static let others: [Record] = [
    .cell(index: 0, outputStart: 0), .output(cell: 0, text: "one\nthree\n"),
    .claim([2], .atMost(bound: 1)), .claim([false, false], .count(atLeast: 1, of: 2)),
    .value(index: 0, text: "0.5"), .value(index: 1, text: "7"),
    .cell(index: 1, outputStart: 8), .line([1, 2, 3]),
    .table([[.text("a"), .number(1)], [.text("b"), .whole(2)]]),
    .failure(CellFailure(cell: 1, messages: [.init("yes")])), .end(engine: "E"),
  ]

  @Test(arguments: [records, others, []]) func aBuildEqualsItself(_ records: [Record]) {
    let results = Sample.results(records)
    let comparison = Comparison(from: [results], to: [results])
    #expect(comparison.differences.isEmpty && comparison.unchanged == 1)
    #expect(comparison.engines == nil)
    #expect(comparison.json == "")
  }

  @Test func zerosOfBothSignsAreEqual() {
    #expect(Sample.json(from: [.claim([-0.0])], to: [.claim([0])]) == "")
    #expect(Sample.json(from: [.line([-0.0])], to: [.line([0])]) == "")
    #expect(
      Sample.json(
        from: [.table([[.text("a"), .number(-0.0)]])], to: [.table([[.text("a"), .whole(0)]])])
        == "")
  }

  private struct Entry: Decodable, Hashable {
    var kind: String
    var name: String?
    var from: Scalar?
    var to: Scalar?

    var swapped: Entry { Entry(kind: kind, name: name, from: to, to: from) }
  }

  /// A number or a string.
  private struct Scalar: Decodable, Hashable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        text = "\(number)"
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  private func entries(_ old: [Record], _ new: [Record]) throws -> Set<Entry> {
    let lines = Sample.json(from: old, to: new).split(separator: "\n")
    return Set(try lines.map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) })
  }

  @Test func theReverseComparisonSwapsFromAndTo() throws {
    let forward = try entries(Self.records, Self.others)
    let reverse = try entries(Self.others, Self.records)
    #expect(forward.count == 8)
    #expect(Set(forward.map(\.swapped)) == reverse)
  }

  @Test func addedProseOnlyShiftsLines() {
    let below = Sample.results(Self.records, body: "Prose.\n\nMore.\n\n" + Sample.body)
    #expect(Comparison(from: [Sample.results(Self.records)], to: [below]).differences.isEmpty)
    let moved = Comparison(
      from: [Sample.results([.value(index: 0, text: "1")])],
      to: [Sample.results([.value(index: 0, text: "2")], body: "Prose.\n\n" + Sample.body)])
    #expect(moved.differences.map(\.line) == [11])
  }

  /// Cells that print their number, each with a value below it; an even cell has a label.
  private func results(_ numbers: [Int], saying: (Int) -> String = { "\($0)" }) -> LessonResults {
    let body = numbers.map { number in
      "```{swift}\n//| \(number.isMultiple(of: 2) ? "label: c\(number)" : "echo: true")\n"
        + "print(\(number))\n```\nSo `{swift} x`.\n"
    }
    let records = numbers.enumerated().flatMap { index, number -> [Record] in
      [
        .cell(index: index, outputStart: 0), .output(cell: index, text: saying(number)),
        .value(index: index, text: saying(number)),
      ]
    }
    return Sample.results(records, body: body.joined(separator: "\n"))
  }

  @Test(arguments: 0...4) func anInsertedCellIsTheOnlyDifference(_ place: Int) {
    var numbers = [1, 2, 3, 4]
    numbers.insert(9, at: place)
    let old = results([1, 2, 3, 4])
    let new = results(numbers)
    let additions = Comparison(from: [old], to: [new]).differences
    #expect(additions.count == 2)
    for difference in additions {
      guard case .new(let item) = difference.change else {
        Issue.record("\(difference)")
        continue
      }
      #expect([.output(label: nil), .value("x")].contains(item))
    }
    #expect(additions.compactMap(\.line) == [5 + 6 * place, 9 + 6 * place])
    let removals = Comparison(from: [new], to: [old]).differences
    #expect(removals.count == 2 && removals.allSatisfy { $0.line == nil })
  }

  @Test(arguments: 0...4) func changedCellsAreMatchedAroundANewCell(_ place: Int) {
    var numbers = [1, 2, 3, 4]
    numbers.insert(9, at: place)
    let comparison = Comparison(
      from: [results([1, 2, 3, 4])], to: [results(numbers) { "now \($0)" }])
    let kinds = comparison.differences.map { difference in
      switch difference.change {
      case .output(let text, _): "\(text.from ?? "") \(text.to ?? "")"
      case .value(let value): "value \(value.from) \(value.to)"
      case .new: "new"
      default: String(describing: difference)
      }
    }
    #expect(
      kinds == (1...4).map { "value \($0) now \($0)" } + (1...4).map { "\($0) now \($0)" }
        + ["new", "new"])
  }

  @Test func labelledCellsAreMatchedInAnyOrder() {
    let cells = ["//| label: one\nprint(1)", "print(2)", "//| label: three\nprint(3)"]
    let results = { (order: [Int], end: String) in
      Sample.results(
        order.enumerated().map { .output(cell: $0, text: "\($1)\(end)") },
        body: order.map { "```{swift}\n\(cells[$0])\n```\n" }.joined())
    }
    let comparison = Comparison(from: [results([0, 1, 2], "")], to: [results([2, 1, 0], "!")])
    let outputs = comparison.differences.map { difference in
      if case .output(let text, let label) = difference.change {
        "\(label ?? "") \(text.from ?? "") \(text.to ?? "")"
      } else {
        "\(difference)"
      }
    }
    #expect(outputs == ["three 2 2!", " 1 1!", "one 0 0!"])
  }

  @Test func valuesOfDifferentSessionsDoNotMatch() {
    let body = { (name: String) in
      "```{swift}\n//| session: \(name)\nlet x = 1\n```\nSo `{swift \(name)} x`."
    }
    let comparison = Comparison(
      from: [Sample.results([.value(index: 0, text: "1")], body: body("a"))],
      to: [Sample.results([.value(index: 0, text: "2")], body: body("b"))])
    #expect(
      comparison.text(colours: false) == """
        lessons/01.md
             9  new: `x`
                removed: `x`

        1 lesson differs, 0 do not: 1 new, 1 removed

        """)
  }

  @Test func removedLessonsComeAfterTheOthers() {
    let results = { Sample.results([.value(index: 0, text: $1)], file: $0) }
    let comparison = Comparison(
      from: [results("z", "1"), results("gone", "1"), results("a", "1"), results("b", "1")],
      to: [results("b", "1"), results("z", "2"), results("new", "1"), results("a", "2")])
    #expect(comparison.differences.map(\.file) == ["z", "new", "a", "gone"])
    #expect(comparison.unchanged == 1)
  }
}
