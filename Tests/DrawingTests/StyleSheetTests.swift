import Charts
import Drawing
import Foundation
import Testing

@Suite struct StyleSheetTests {
  static let papers = ["light": "#fffdf9", "dark": "#15171a"]

  @Test("series colours have a text contrast of 4.5 to 1", arguments: papers.keys.sorted())
  func contrast(_ scheme: String) throws {
    let paper = try #require(Self.papers[scheme])
    let colours = try palette(scheme)
    #expect(colours.count == 6)
    for colour in colours { #expect(ratio(colour, paper) >= 4.5, "\(colour) on \(paper)") }
  }

  @Test("the colours of series are distinct", arguments: papers.keys.sorted())
  func distinct(_ scheme: String) throws {
    let colours = try palette(scheme)
    for (index, one) in colours.enumerated() {
      for other in colours.dropFirst(index + 1) {
        let gap = zip(channels(one), channels(other)).map { ($0 - $1).magnitude }.reduce(0, +)
        #expect(gap > 0.28, "\(one) and \(other)")
      }
    }
  }

  @Test(
    "the ends of palettes have a contrast of 3 to 1",
    arguments: papers.keys.sorted())
  func ends(_ scheme: String) throws {
    let paper = try #require(Self.papers[scheme])
    let (sequential, diverging) = (try palette(scheme, "q"), try palette(scheme, "w"))
    try #require(sequential.count == 16 && diverging.count == 15)
    for colour in [sequential[15], diverging[0], diverging[14]] {
      #expect(ratio(colour, paper) >= 3, "\(colour) on \(paper)")
    }
    #expect(ratio(sequential[0], paper) < 1.3 && ratio(diverging[7], paper) < 1.3)
  }

  @Test(
    "contrast increases with each step of a palette",
    arguments: papers.keys.sorted())
  func monotonous(_ scheme: String) throws {
    let paper = try #require(Self.papers[scheme])
    let diverging = try palette(scheme, "w")
    for steps in [try palette(scheme, "q"), Array(diverging[7...]), diverging[...7].reversed()] {
      let contrasts = steps.map { ratio($0, paper) }
      #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 < $1 }, "\(contrasts)")
    }
  }

  @Test("numbers in cells have a contrast of 4.5 to 1", arguments: papers.keys.sorted())
  func numbersInCells(_ scheme: String) throws {
    let numbers = try palette(scheme, "n")
    try #require(numbers.count == 2)
    for (name, kind) in [("q", Palette.sequential), ("w", .diverging)] {
      let scale = ColorScale(ColorAxis(palette: kind), over: -1...1)
      for (step, colour) in try palette(scheme, name).enumerated() {
        let text = numbers[scale.isDark(step) ? 1 : 0]
        #expect(ratio(text, colour) >= 4.5, "\(text) on \(name)\(step) \(colour)")
      }
    }
  }

  @Test("all colours come from custom properties")
  func onlyProperties() throws {
    let rules = Drawing.styleSheet.split(separator: "\n").filter { !$0.contains(/--[sqwn]\d/) }
    #expect(!rules.isEmpty)
    #expect(!rules.contains { $0.contains("#") || $0.contains("rgb(") })
  }

  /// The colours of a palette in the style sheet, whose first block is for light mode and whose
  /// second one is for dark mode.
  private func palette(_ scheme: String, _ name: String = "s") throws -> [String] {
    let parts = Drawing.styleSheet.components(
      separatedBy: "@media screen and (prefers-color-scheme: dark)")
    try #require(parts.count == 2)
    let matches = parts[scheme == "light" ? 0 : 1].matches(of: /--([a-z])\d+: (#[0-9a-f]{6});/)
    return matches.filter { $0.1 == name }.map { String($0.2) }
  }

  private func ratio(_ one: String, _ other: String) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private func luminance(_ colour: String) -> Double {
    let linear = channels(colour).map {
      $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func channels(_ colour: String) -> [Double] {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { Double(number >> $0 & 255) / 255 }
  }
}
