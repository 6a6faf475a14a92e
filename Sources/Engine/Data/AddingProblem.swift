/// Sequences of numbers of which two are marked: the task is to add those two.
///
/// Shapes: x [length, batch, 2], first a number in 0..<1 and then its mark, 1 or 0; y [batch, 1]. One
/// number is marked in each half, so that the first is to be kept over half the sequence or more. Who
/// always says 1 is wrong by 1/6 in the mean square.
///
/// Hochreiter and Schmidhuber, Long Short-Term Memory, 1997, experiment 4, in the form of Le, Jaitly and
/// Hinton, A Simple Way to Initialize Recurrent Networks of Rectified Linear Units, 2015, section 4.1.
/// Traps on a length under 2 and on a negative batch.
public func addingProblem(
  length: Int, batch: Int, using generator: inout some RandomNumberGenerator
) -> (x: Tensor, y: Tensor) {
  require(length >= 2 && batch >= 0, "addingProblem: \(batch) sequences of length \(length)")
  let (x, y) = (Tensor.zeros([length, batch, 2]), Tensor.zeros([batch, 1]))
  SeededGenerator(state: generator.next()).fill(x, y, length, batch)
  return (x, y)
}

extension SeededGenerator {
  fileprivate func fill(_ x: Tensor, _ y: Tensor, _ length: Int, _ batch: Int) {
    var generator = self
    let (x, y, half) = (x.storage.pointer, y.storage.pointer, length / 2)
    for place in 0..<length * batch { x[2 * place] = Float(generator.unit()) }
    for sequence in 0..<batch {
      let marked = [generator.index(below: half), half + generator.index(below: length - half)]
      for time in marked {
        let place = 2 * (time * batch + sequence)
        x[place + 1] = 1
        y[sequence] += x[place]
      }
    }
  }
}
