import Charts
import Foundation
import Lessons
import Pages
import Records
import Testing

/// A part of a site over its budget is a warning, and over twice its budget an error.
@Suite struct BudgetTests {
  private func said(_ body: String) throws -> [String] {
    let measured = [try sample(body)]
    return Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
      .diagnostics.map { String("\($0)".prefix { $0 != "\n" }).replacing(/\d+ KB/, with: "N KB") }
  }

  /// Text that nothing compresses well.
  private func noise(_ count: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+")
    var state: UInt64 = 1
    return String(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return letters[Int(state >> 58)]
      })
  }

  @Test func aLongPageIsTooHeavyAsItIs() throws {
    #expect(try said(String(repeating: "a", count: 340 * 1024)) == [])
    #expect(
      try said(String(repeating: "a", count: 409_600)) == [
        "lessons/01-one.md:1: warning: the page has N KB, more than the limit of 400"
      ])
    #expect(
      try said(String(repeating: "a", count: 819_200)) == [
        "lessons/01-one.md:1: error: the page has N KB, more than the limit of 400"
      ])
  }

  /// Its piece of the search index is as heavy as the page.
  @Test func aPageOfNoiseIsTooHeavyCompressed() throws {
    func words(_ severity: String) -> [String] {
      [
        "lessons/01-one.md:1: \(severity): the compressed page has N KB, more than the limit of 100",
        "lessons/course.yml:1: \(severity): the compressed search index of a part "
          + "has N KB, more than the limit of 100",
      ]
    }
    #expect(try said(noise(100 * 1024)) == [])
    #expect(try said(noise(150 * 1024)) == words("warning"))
    #expect(try said(noise(290 * 1024)) == words("error"))
  }

  @Test func whatAPageWeighsIsSaidWithHowToMendIt() throws {
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

  /// A figure of so many frames, in a lesson with one cell.
  private func saidOfFigure(frames count: Int) throws -> [String] {
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

  @Test func aFigureIsTooHeavyWithAllItsFrames() throws {
    func words(_ severity: String) -> [String] {
      [
        """
        lessons/01-one.md:7: \(severity): the figure 'f' has N KB, more than the limit of 80
        help: use fewer values in its sweep, or fewer marks and panels in its chart
        """
      ]
    }
    #expect(try saidOfFigure(frames: 20) == [])
    #expect(try saidOfFigure(frames: 50) == words("warning"))
    #expect(try saidOfFigure(frames: 150) == words("error"))
  }

  @Test func theScriptsAreSmall() throws {
    let measured = [try sample("Words.")]
    let site = Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    let script = try #require(site.files.first { $0.path == "script.js" })
    #expect(script.content.count <= 12 * 1024)
    // What explains the sources stays there; the code behind it does not.
    #expect(!script.text.contains(/(?m)^ *\/\//))
    #expect(script.text.contains("function walk(event, row, steps) {\n  if ("))
  }
}
