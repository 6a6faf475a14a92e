import Notebook
import Testing

@Suite struct MeasurableTests {
  @Test func numbersAreTheirOwnMeasurements() {
    #expect(0.5.measurements == [0.5])
    #expect(Float(0.1).measurements == [Double(Float(0.1))])
    #expect(7.measurements == [7])
    #expect([1.0, 2].measurements == [1, 2])
    #expect([[1, 2], [3]].measurements == [1, 2, 3])
    #expect([1, 2, 3].suffix(2).measurements == [2, 3])
    #expect(Set([4]).measurements == [4])
    #expect(["a": 0.5].values.measurements == [0.5])
    #expect([1, 2].lazy.map { $0 * 2 }.filter { $0 > 2 }.measurements == [4])
    #expect(stride(from: 0, to: 1, by: 0.5).measurements == [0, 0.5])
    #expect(Tensor([1, 2]).measurements == [1, 2])
  }

  @Test func missingValuesMakeTheMeasurementEmpty() {
    #expect(Double?.none.measurements == [])
    #expect([1.0, nil, 2].measurements == [])
    #expect(Double?.some(2).measurements == [2])
  }
}
