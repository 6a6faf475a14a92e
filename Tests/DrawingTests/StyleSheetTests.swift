import Drawing
import Foundation
import Testing

@Suite struct StyleSheetTests {
  static let papers = ["light": "#fffdf9", "dark": "#15171a"]

  @Test("every colour of a series is text on its paper: 4.5 to 1", arguments: papers.keys.sorted())
  func contrast(_ scheme: String) throws {
    let paper = try #require(Self.papers[scheme])
    let colours = try palette(scheme)
    #expect(colours.count == 6)
    for colour in colours { #expect(ratio(colour, paper) >= 4.5, "\(colour) on \(paper)") }
  }

  @Test("no two colours of a palette are close", arguments: papers.keys.sorted())
  func distinct(_ scheme: String) throws {
    let colours = try palette(scheme)
    for (index, one) in colours.enumerated() {
      for other in colours.dropFirst(index + 1) {
        let gap = zip(channels(one), channels(other)).map { ($0 - $1).magnitude }.reduce(0, +)
        #expect(gap > 0.28, "\(one) and \(other)")
      }
    }
  }

  @Test("no rule has a colour of its own: all come from custom properties")
  func onlyProperties() throws {
    let rules = Drawing.styleSheet.split(separator: "\n").filter { !$0.contains("--s") }
    #expect(!rules.isEmpty)
    #expect(!rules.contains { $0.contains("#") || $0.contains("rgb(") })
  }

  /// The six colours as the style sheet gives them: the first block is light, the second dark.
  private func palette(_ scheme: String) throws -> [String] {
    let parts = Drawing.styleSheet.components(separatedBy: "@media (prefers-color-scheme: dark)")
    try #require(parts.count == 2)
    let matches = parts[scheme == "light" ? 0 : 1].matches(of: /--s\d: (#[0-9a-f]{6});/)
    return matches.map { String($0.1) }
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
