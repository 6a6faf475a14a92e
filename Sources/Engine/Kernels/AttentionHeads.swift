/// The loops of scaled dot-product attention, head by head.
struct AttentionHeads {
  /// The layout of one matrix for each batch and head, which can be a part of a wider array, so that the
  /// heads of a packed projection are used without copying.
  struct Layout {
    let rows, columns: Int
    /// The distances between consecutive rows, heads and batches.
    let row, head, batch: Int

    /// The offset of a head of a batch.
    func start(_ b: Int, _ h: Int) -> Int { b * batch + h * head }

    subscript(x: UnsafePointer<Float>, b: Int, h: Int) -> Matrix {
      Matrix(x + start(b, h), rows, columns, stride: row)
    }
  }

  private let batch, heads: Int
  private let qs, ks, vs, ys, ps: Layout
  private let isCausal: Bool

  /// Heads whose queries, keys, values and results have the given layouts.
  init(
    batch: Int, heads: Int, q: Layout, k: Layout, v: Layout, y: Layout, isCausal: Bool
  ) {
    self.batch = batch
    self.heads = heads
    self.isCausal = isCausal
    qs = q
    ks = k
    vs = v
    ys = y
    ps = Layout(heads: heads, q.rows, k.rows)
  }

  /// The number of probabilities.
  var count: Int { batch * ps.batch }
  private var scale: Float { 1 / Float(qs.columns).squareRoot() }

  /// Writes P = softmax(Q·Kᵀ/√features), with a causal mask only over keys up to the query's position.
  func probabilities(
    _ q: UnsafePointer<Float>, _ k: UnsafePointer<Float>, into p: UnsafeMutablePointer<Float>
  ) {
    let rows = Rows([ps.rows, ps.columns], along: 1)
    forEach { b, h in
      let head = p + ps.start(b, h)
      Matrix.multiply(qs[q, b, h], ks[k, b, h].transposed, into: head, scale: scale, adding: false)
      if isCausal { maskLaterKeys(head) }
      rows.softmax(head, into: head)
    }
  }

  /// Writes P·V.
  func output(
    _ p: UnsafePointer<Float>, _ v: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    forEach { b, h in
      Matrix.multiply(
        ps[p, b, h], vs[v, b, h], into: y + ys.start(b, h), stride: ys.row, adding: false)
    }
  }

  /// Writes or adds ∂L/∂V = Pᵀ·∂L/∂Y.
  func writeValueGradient(
    _ p: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
    into dv: UnsafeMutablePointer<Float>, adding: Bool
  ) {
    forEach { b, h in
      Matrix.multiply(
        ps[p, b, h].transposed, ys[dy, b, h], into: dv + vs.start(b, h), stride: vs.row,
        adding: adding)
    }
  }

  /// Replaces the probabilities with ∂L/∂S of the scores S = Q·Kᵀ/√features: with D = ∂L/∂Y·Vᵀ, that is
  /// P·(D − Σ P·D over the row).
  func replaceWithScoreGradients(
    _ p: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ v: UnsafePointer<Float>
  ) {
    let (rows, keys) = (ps.rows, ps.columns)
    Storage.withTemporary(rows * keys + keys) { d in
      let products = d + rows * keys
      forEach { b, h in
        Matrix.multiply(ys[dy, b, h], vs[v, b, h].transposed, into: d, adding: false)
        for row in 0..<rows {
          let (p, d) = (p + ps.start(b, h) + row * keys, d + row * keys)
          write(products, keys) { p[$0] * d[$0] }
          let total = Float(sum(products, keys))
          write(p, keys) { products[$0] - p[$0] * total }
        }
      }
    }
  }

  /// Writes or adds ∂L/∂Q = ∂L/∂S·K/√features.
  func writeQueryGradient(
    _ ds: UnsafePointer<Float>, _ k: UnsafePointer<Float>,
    into dq: UnsafeMutablePointer<Float>, adding: Bool
  ) {
    forEach { b, h in
      Matrix.multiply(
        ps[ds, b, h], ks[k, b, h], into: dq + qs.start(b, h), stride: qs.row, scale: scale,
        adding: adding)
    }
  }

  /// Writes or adds ∂L/∂K = (∂L/∂S)ᵀ·Q/√features.
  func writeKeyGradient(
    _ ds: UnsafePointer<Float>, _ q: UnsafePointer<Float>,
    into dk: UnsafeMutablePointer<Float>, adding: Bool
  ) {
    forEach { b, h in
      Matrix.multiply(
        ps[ds, b, h].transposed, qs[q, b, h], into: dk + ks.start(b, h), stride: ks.row,
        scale: scale, adding: adding)
    }
  }

  private func forEach(_ body: (_ batch: Int, _ head: Int) -> Void) {
    for b in 0..<batch {
      for h in 0..<heads { body(b, h) }
    }
  }

  private func maskLaterKeys(_ scores: UnsafeMutablePointer<Float>) {
    let keys = ps.columns
    for row in 0..<min(ps.rows, keys) {
      write(scores + row * keys + row + 1, keys - row - 1) { _ in -.infinity }
    }
  }
}

extension AttentionHeads.Layout {
  /// Consecutive heads, [batch, head, rows, columns].
  init(heads: Int = 1, _ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    row = columns
    head = rows * columns
    batch = heads * rows * columns
  }

  /// Heads side by side in rows of `width` numbers, [batch, rows, width].
  init(packed rows: Int, _ columns: Int, width: Int) {
    self.rows = rows
    self.columns = columns
    row = width
    head = columns
    batch = rows * width
  }
}
