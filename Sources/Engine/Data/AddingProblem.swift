/// Sequences of numbers of which two are marked; the task is to add those two.
///
/// Shapes: x [length, batch, 2], each a number in 0..<1 and its mark, 1 or 0; y [batch, 1]. One number is
/// marked in each half of a sequence. Always answering 1 has a mean squared error of 1/6.
///
/// Hochreiter and Schmidhuber, Long Short-Term Memory, 1997, experiment 4, in the form of Le, Jaitly and
/// Hinton, A Simple Way to Initialize Recurrent Networks of Rectified Linear Units, 2015, section 4.1.
/// Traps on a length under 2 and on a negative batch.
public func addingProblem(
  length: Int, batch: Int, using generator: inout some RandomNumberGenerator
) -> (x: Tensor, y: Tensor) {
  require(
    length >= 2 && batch >= 0,
    "addingProblem: length \(length) must be at least 2 and batch \(batch) not negative")
  let (x, y) = (Tensor.zeros([length, batch, 2]), Tensor.zeros([batch, 1]))
  SeededGenerator(state: generator.next()).fill(x, y, length: length, batch: batch)
  return (x, y)
}

extension SeededGenerator {
  fileprivate func fill(_ x: Tensor, _ y: Tensor, length: Int, batch: Int) {
    var generator = self
    let (x, y, half) = (x.storage.pointer, y.storage.pointer, length / 2)
    for offset in 0..<length * batch { x[2 * offset] = Float(generator.unit()) }
    for sequence in 0..<batch {
      let marked = [generator.index(below: half), half + generator.index(below: length - half)]
      for time in marked {
        let offset = 2 * (time * batch + sequence)
        x[offset + 1] = 1
        y[sequence] += x[offset]
      }
    }
  }
}
