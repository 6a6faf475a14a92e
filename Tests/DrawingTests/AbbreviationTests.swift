import Drawing
import Testing

@Suite struct AbbreviationTests {
  private func lines(_ names: [String], _ width: Double = 100, atMost count: Int = 1) -> [String] {
    Abbreviation.lines(of: names, within: width, atMost: count, size: 14).map {
      $0.joined(separator: " ")
    }
  }

  @Test("long names are truncated at the end")
  func cut() {
    #expect(lines(["He", "Xavier"]) == ["He", "Xavier"])
    #expect(lines(["a name with many words"]) == ["a name wit…"])
  }

  @Test("equal-looking names are truncated at the start instead")
  func different() {
    #expect(
      lines(["a very long name of layer 1", "a very long name of layer 2"]) == ["…1", "…2"])
    #expect(
      lines(["learning rate 0.1, momentum", "learning rate 0.2, momentum"])
        == ["…0.1,…", "…0.2,…"])
  }

  @Test("truncated names stay different")
  func distinct() {
    let names = (0..<30).map { "optimiser number \($0), with a very long name" }
    for width in stride(from: 60.0, through: 300, by: 20) {
      for count in 1...3 {
        #expect(Set(lines(names, width, atMost: count)).count == 30, "\(width), \(count)")
        #expect(Set(lines(names + ["optimiser"], width, atMost: count)).count == 31)
      }
    }
    #expect(lines(["same", "same"], 10).count == 2)
    #expect(lines(["abc", "abd"], 1).count == 2)
  }
}
