import Charts
import Foundation
import Lessons
import Pages
import Records
import Testing

/// Exceeding a size limit is a warning, exceeding twice the limit is an error.
@Suite struct BudgetTests {
  private func messages(_ body: String) throws -> [String] {
    let measured = [try sample(body)]
    return Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
      .diagnostics.map { String("\($0)".prefix { $0 != "\n" }).replacing(/\d+ KB/, with: "N KB") }
  }

  /// Text that does not compress well.
  private func noise(_ count: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+")
    var state: UInt64 = 1
    return String(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return letters[Int(state >> 58)]
      })
  }

  @Test func aLongPageIsTooLarge() throws {
    #expect(try messages(String(repeating: "a", count: 340 * 1024)) == [])
    #expect(
      try messages(String(repeating: "a", count: 409_600)) == [
        "lessons/01-one.md:1: warning: the page has N KB, more than the limit of 400"
      ])
    #expect(
      try messages(String(repeating: "a", count: 819_200)) == [
        "lessons/01-one.md:1: error: the page has N KB, more than the limit of 400"
      ])
  }

  /// The file of the search index is as large as the page.
  @Test func anIncompressiblePageIsTooLargeCompressed() throws {
    func words(_ severity: String) -> [String] {
      [
        "lessons/01-one.md:1: \(severity): the compressed page has N KB, more than the limit of 100",
        "lessons/course.yml:1: \(severity): the compressed search index of a part "
          + "has N KB, more than the limit of 100",
      ]
    }
    #expect(try messages(noise(100 * 1024)) == [])
    #expect(try messages(noise(150 * 1024)) == words("warning"))
    #expect(try messages(noise(290 * 1024)) == words("error"))
  }

  @Test func aLargePageIsReportedWithHelp() throws {
    let measured = [try sample(String(repeating: "a", count: 409_600))]
    let site = Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" })
    let style = try #require(site.files.first { $0.path == "style.css" })
    let size = (page.content.count + style.content.count + 1023) / 1024
    #expect(
      site.diagnostics.map(\.description) == [
        """
        lessons/01-one.md:1: warning: the page has \(size) KB, more than the limit of 400
        help: divide the lesson, or draw fewer points
        """
      ])
  }

  /// The messages for a figure with a number of frames, in a lesson with one cell.
  private func messages(forFigureWithFrames count: Int) throws -> [String] {
    let place = CellPlace(cell: 0, line: 1)
    let frames = (0..<count).map { value in
      let chart = Chart { LineMark(x: 0, y: value) }
      return Frame(value: value, alt: "Words.", chart: chart, place: place)
    }
    let sweep = Sweep("depth", over: (0..<count).map { .number(Double($0)) })
    let figure = Figure(name: "f", sweep: sweep, frames: frames, caption: "Seen.", place: place)
    let measured = [try sample("```{swift}\nlet x = 1\nlet y = 2\n```\n", [.figure(id: 1, figure)])]
    return Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
      .diagnostics.map { $0.description.replacing(/\d+ KB/, with: "N KB") }
      .filter { $0.contains("figure") }
  }

  @Test func aFigureIsTooLargeWithAllItsFrames() throws {
    func words(_ severity: String) -> [String] {
      [
        """
        lessons/01-one.md:7: \(severity): the figure 'f' has N KB, more than the limit of 80
        help: use fewer values in its sweep, or fewer marks and panels in its chart
        """
      ]
    }
    #expect(try messages(forFigureWithFrames: 20) == [])
    #expect(try messages(forFigureWithFrames: 50) == words("warning"))
    #expect(try messages(forFigureWithFrames: 150) == words("error"))
  }

  @Test func theScriptsAreSmall() throws {
    let measured = [try sample("Words.")]
    let site = Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    let script = try #require(site.files.first { $0.path == "script.js" })
    #expect(script.content.count <= 12 * 1024)
    // Lines that are only comments are removed, code is not.
    #expect(!script.text.contains(/(?m)^ *\/\//))
    #expect(script.text.contains("function walk(event, row, steps) {\n  if ("))
  }
}
