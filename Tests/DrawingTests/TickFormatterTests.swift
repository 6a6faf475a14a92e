import Drawing
import Testing

@Suite struct TickFormatterTests {
  @Test(
    "linear: all ticks of a row have the same format",
    arguments: [
      ([0, 0.5, 1], ["0", "0.5", "1.0"]), ([-1, 0, 1], ["−1", "0", "1"]),
      ([0.05, 0.1, 0.15], ["0.05", "0.10", "0.15"]), ([0, 5000, 10_000], ["0", "5000", "10,000"]),
      ([0.0009, 0.001, 0.0011], ["0.0009", "0.0010", "0.0011"]),
      ([0, 2e-7, 4e-7], ["0", "2 × 10⁻⁷", "4 × 10⁻⁷"]),
      ([1e9, 1.5e9, 2e9], ["1.0 × 10⁹", "1.5 × 10⁹", "2.0 × 10⁹"]),
      ([-1e300, 0, 1e300], ["−10³⁰⁰", "0", "10³⁰⁰"]), ([7], ["7"]), ([], []),
    ] as [([Double], [String])])
  func linear(_ ticks: [Double], _ labels: [String]) {
    #expect(TickFormatter.linear(ticks) == labels)
  }

  @Test(
    "log: powers of ten, or plain numbers if a tick is none",
    arguments: [
      ([0.01, 0.1, 1, 10, 100], ["10⁻²", "10⁻¹", "1", "10", "10²"]),
      ([1e-30, 1e-20], ["10⁻³⁰", "10⁻²⁰"]), ([0.5, 1, 2], ["0.5", "1", "2"]),
    ] as [([Double], [String])])
  func log(_ ticks: [Double], _ labels: [String]) {
    #expect(TickFormatter.log(ticks) == labels)
  }

  @Test("different ticks have different labels without lost digits")
  func different() {
    #expect(TickFormatter.linear([1.0001, 1.0002]) == ["1.0001", "1.0002"])
    #expect(TickFormatter.linear([1_000_001, 1_000_002]) == ["1,000,001", "1,000,002"])
    #expect(TickFormatter.linear([12_345_678, 12_345_679]) == ["12,345,678", "12,345,679"])
    #expect(TickFormatter.linear([1_234_567]) == ["1.234567 × 10⁶"])
    #expect(TickFormatter.linear([0.15, 0.4]) == ["0.15", "0.40"])
    #expect(TickFormatter.log([1.0001, 1.0002, 1.0003]) == ["1.0001", "1.0002", "1.0003"])
    #expect(TickFormatter.log([20_001, 20_002]) == ["20,001", "20,002"])
    #expect(TickFormatter.log([1000.25, 1000.5]) == ["1000.25", "1000.5"])
    #expect(TickFormatter.symmetricLog([-2, 0, 2]) == ["−2", "0", "2"])
  }

  @Test("symmetric log: negative powers have a minus sign")
  func symmetricLog() {
    #expect(TickFormatter.symmetricLog([-100, -1, 0, 0.01]) == ["−10²", "−1", "0", "10⁻²"])
  }
}
