/// A function of two numbers that is applied to the numbers of two tensors in pairs.
protocol Pairwise {
  static func value(_ a: Float, _ b: Float) -> Float
  /// Whether the gradients depend on the operands, which must then be captured.
  static var slopesReadNumbers: Bool { get }
  /// ∂L/∂a = ∂L/∂y · ∂f/∂a and ∂L/∂b = ∂L/∂y · ∂f/∂b, given dy = ∂L/∂y.
  static func gradients(_ dy: Float, _ a: Float, _ b: Float) -> (a: Float, b: Float)
}

extension Tensor {
  /// Applies f to pairs of this tensor's numbers and `other`'s; shapes broadcast.
  func pair<F: Pairwise>(_ other: Tensor, _ f: F.Type, _ operation: String) -> Tensor {
    let broadcast = Broadcast(shape, other.shape, operation)
    let y = Tensor(unwritten: broadcast.shape)
    let (a, b) = (data, other.data)
    broadcast.write(y.storage.pointer, false) { i, j, _ in F.value(a[i], b[j]) }
    let operands = F.slopesReadNumbers ? (a: storage, b: other.storage) : nil
    return y.recorded(from: self, other) { dy, y, inputs in
      // Both are summed over repeated dimensions. Where the gradients do not read the operands, any
      // valid pointer will do.
      let (a, b) = (operands?.a.data ?? dy, operands?.b.data ?? dy)
      inputs[0]?.receive(from: y, broadcast) { target, adding in
        broadcast.write(target, adding) { i, j, k in F.gradients(dy[k], a[i], b[j]).a }
      }
      inputs[1]?.receive(from: y, broadcast.swapped) { target, adding in
        broadcast.write(target, adding) { i, j, k in F.gradients(dy[k], a[i], b[j]).b }
      }
    }
  }
}

extension GraphNode {
  /// Receives contributions of the shape of `y`, to which this node's tensor was broadcast as operand a.
  @inline(__always)
  fileprivate func receive(
    from y: GraphNode, _ broadcast: Broadcast,
    _ contribute: (_ target: UnsafeMutablePointer<Float>, _ adding: Bool) -> Void
  ) {
    guard count != y.count else { return receive(contribute) }
    gather { dx in
      Storage.withTemporary(y.count) { whole in
        contribute(whole, false)
        broadcast.gather(whole, to: dx)
      }
    }
  }
}
