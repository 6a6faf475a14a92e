/// The hidden states of all steps of a sequence.
///
/// After a `backward`, the result's gradient holds for every step ∂L/∂h by all paths, also those
/// through later steps.
func recurrent<Step: RecurrentStep>(
  _ step: Step.Type, _ x: Tensor, _ cell: some RecurrentWeights, h0: Tensor, c0: Tensor? = nil,
  _ name: String
) -> Tensor {
  requireFit(x.shape, cell, gates: Step.gates, states: [h0, c0].compactMap(\.?.shape), name)
  let y = Tensor(unwritten: x.shape[..<2] + [cell.hidden])
  let walk = Recurrence<Step>(x.shape, hidden: cell.hidden)
  walk.forward(x.data, cell, h0: h0.data, c0: c0?.data, into: y.storage.pointer)
  let weights = [cell.weightIH, cell.weightHH, cell.biasIH, cell.biasHH]
  return y.recorded(from: [x] + weights + [h0] + (c0.map { [$0] } ?? [])) { dy, y, inputs in
    let (x, weights, h0) = (inputs[0], Array(inputs[1...4]), inputs[5])
    Storage.lend(2 * h0.count) { dh0 in
      let dc0 = dh0 + h0.count
      walk.backward(
        y.storage.pointer, weights[1].data, h0: h0.data, dh: UnsafeMutablePointer(mutating: dy),
        dh0: dh0, dc: dc0)
      h0.receive { dx, adding in write(dx, h0.count, adding) { dh0[$0] } }
      if inputs.count > 6 {
        inputs[6].receive { dx, adding in write(dx, h0.count, adding) { dc0[$0] } }
      }
    }
    walk.send(to: x, weights, y.data, h0: h0.data)
  }
}

private func requireFit(
  _ x: [Int], _ cell: some RecurrentWeights, gates: Int, states: [[Int]], _ name: String
) {
  require(x.count == 3, "\(name): shape \(x) is not [time, batch, feature]")
  let (weightIH, weightHH) = (cell.weightIH.shape, cell.weightHH.shape)
  let width = gates * (weightHH.last ?? 0)
  require(
    weightIH == [width, x[2]] && weightHH.count == 2 && weightHH[0] == width
      && cell.biasIH.shape == [width] && cell.biasHH.shape == [width],
    "\(name): shapes \(x), \(weightIH), \(weightHH), \(cell.biasIH.shape) and "
      + "\(cell.biasHH.shape) do not fit")
  for state in states {
    require(
      state == [x[1], weightHH[1]], "\(name): a state of shape \(state) for a sequence of \(x)")
  }
}
