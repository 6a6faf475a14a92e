/// The hidden states of all steps of a sequence.
///
/// After `backward`, the result's gradient holds ∂L/∂h of every step over all paths, including those
/// through later steps. Traps with a message that begins with `name` when the shapes do not fit.
func recurrent<Step: RecurrentStep>(
  _ step: Step.Type, _ x: Tensor, _ cell: some RecurrentWeights, h0: Tensor, c0: Tensor? = nil,
  _ name: String
) -> Tensor {
  requireFit(x.shape, cell, gates: Step.gates, states: [h0, c0].compactMap(\.?.shape), name)
  let y = Tensor(unwritten: x.shape[..<2] + [cell.hidden])
  let recurrence = Recurrence<Step>(x.shape, hidden: cell.hidden)
  recurrence.forward(x.data, cell, h0: h0.data, c0: c0?.data, into: y.storage.pointer)
  let sources = [x, cell.weightIH, cell.weightHH, cell.biasIH, cell.biasHH, h0]
  let saved = (x: x.storage, ih: cell.weightIH.storage, hh: cell.weightHH.storage, h0: h0.storage)
  return y.recorded(from: sources + (c0.map { [$0] } ?? [])) { [h = y.storage] _, y, inputs in
    // The backward pass completes the direct gradients of the loss in place.
    guard let dh = y.ownGradient()?.pointer else { return }
    let count = saved.h0.count
    Storage.withTemporary(2 * count) { dh0 in
      let dc0 = dh0 + count
      recurrence.backward(
        h.pointer, saved.hh.data, h0: saved.h0.data, dh: dh, dh0: dh0, dc: dc0)
      inputs[5]?.receive { dx, adding in write(dx, count, adding) { dh0[$0] } }
      inputs[6]?.receive { dx, adding in write(dx, count, adding) { dc0[$0] } }
    }
    recurrence.writeGradients(
      to: inputs, saved.x.data, weightIH: saved.ih.data, h.data, h0: saved.h0.data)
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
