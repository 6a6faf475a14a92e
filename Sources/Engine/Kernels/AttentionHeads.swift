/// The loops of scaled dot-product attention, head by head.
///
/// Queries, keys and values may be parts of a wider array, so that the heads of a packed projection are
/// used where they lie.
struct AttentionHeads {
  /// How far apart rows, heads and batches of an operand lie.
  struct Layout {
    var row: Int
    var head: Int
    var batch: Int
  }

  let (batch, heads, queries, keys): (Int, Int, Int, Int)
  /// How many numbers a query and a key have, and how many a value.
  let (features, valueFeatures): (Int, Int)
  let isCausal: Bool

  /// How many probabilities there are.
  var count: Int { batch * heads * queries * keys }
  private var scale: Float { 1 / Float(features).squareRoot() }

  /// Writes P = softmax(Q·Kᵀ/√features), under a causal mask only for keys up to the query's place.
  func probabilities(
    _ q: UnsafePointer<Float>, _ qLayout: Layout, _ k: UnsafePointer<Float>, _ kLayout: Layout,
    into p: UnsafeMutablePointer<Float>
  ) {
    let rows = Rows([queries, keys], along: 1)
    forEach { b, h, start in
      let p = p + start
      Matrix.multiply(
        query(q, qLayout, b, h), key(k, kLayout, b, h).transposed, into: p, scale: scale,
        adding: false)
      if isCausal { hideLater(p) }
      rows.softmax(p, into: p)
    }
  }

  /// Writes P·V.
  func output(
    _ p: UnsafePointer<Float>, _ v: UnsafePointer<Float>, _ vLayout: Layout,
    into y: UnsafeMutablePointer<Float>, _ yLayout: Layout
  ) {
    forEach { b, h, start in
      Matrix.multiply(
        matrix(p, start), value(v, vLayout, b, h), into: y + yLayout.start(b, h),
        stride: yLayout.row, adding: false)
    }
  }

  /// Writes or adds ∂L/∂V = Pᵀ·∂L/∂Y.
  func sendToValues(
    _ p: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ yLayout: Layout,
    into dv: UnsafeMutablePointer<Float>, _ vLayout: Layout, adding: Bool
  ) {
    forEach { b, h, start in
      Matrix.multiply(
        matrix(p, start).transposed, result(dy, yLayout, b, h), into: dv + vLayout.start(b, h),
        stride: vLayout.row, adding: adding)
    }
  }

  /// Turns the probabilities into ∂L/∂S of the scores S = Q·Kᵀ/√features: with D = ∂L/∂Y·Vᵀ, that is
  /// P·(D − Σ P·D over the row).
  func turnIntoScoreSlopes(
    _ p: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ yLayout: Layout,
    _ v: UnsafePointer<Float>, _ vLayout: Layout
  ) {
    Storage.lend(queries * keys + keys) { d in
      let products = d + queries * keys
      forEach { b, h, start in
        Matrix.multiply(
          result(dy, yLayout, b, h), value(v, vLayout, b, h).transposed, into: d, adding: false)
        for row in 0..<queries {
          let (p, d) = (p + start + row * keys, d + row * keys)
          write(products, keys) { p[$0] * d[$0] }
          let total = Float(sum(products, keys))
          write(p, keys) { products[$0] - p[$0] * total }
        }
      }
    }
  }

  /// Writes or adds ∂L/∂Q = ∂L/∂S·K/√features.
  func sendToQueries(
    _ ds: UnsafePointer<Float>, _ k: UnsafePointer<Float>, _ kLayout: Layout,
    into dq: UnsafeMutablePointer<Float>, _ qLayout: Layout, adding: Bool
  ) {
    forEach { b, h, start in
      Matrix.multiply(
        matrix(ds, start), key(k, kLayout, b, h), into: dq + qLayout.start(b, h),
        stride: qLayout.row, scale: scale, adding: adding)
    }
  }

  /// Writes or adds ∂L/∂K = (∂L/∂S)ᵀ·Q/√features.
  func sendToKeys(
    _ ds: UnsafePointer<Float>, _ q: UnsafePointer<Float>, _ qLayout: Layout,
    into dk: UnsafeMutablePointer<Float>, _ kLayout: Layout, adding: Bool
  ) {
    forEach { b, h, start in
      Matrix.multiply(
        matrix(ds, start).transposed, query(q, qLayout, b, h), into: dk + kLayout.start(b, h),
        stride: kLayout.row, scale: scale, adding: adding)
    }
  }

  /// Calls `body` for each head with where its probabilities begin.
  private func forEach(_ body: (_ batch: Int, _ head: Int, _ start: Int) -> Void) {
    for b in 0..<batch {
      for h in 0..<heads { body(b, h, (b * heads + h) * queries * keys) }
    }
  }

  private func hideLater(_ scores: UnsafeMutablePointer<Float>) {
    for row in 0..<min(queries, keys) {
      write(scores + row * keys + row + 1, keys - row - 1) { _ in -.infinity }
    }
  }

  private func query(
    _ q: UnsafePointer<Float>, _ layout: Layout, _ b: Int, _ h: Int
  ) -> Matrix {
    Matrix(q + layout.start(b, h), queries, features, stride: layout.row)
  }

  private func key(_ k: UnsafePointer<Float>, _ layout: Layout, _ b: Int, _ h: Int) -> Matrix {
    Matrix(k + layout.start(b, h), keys, features, stride: layout.row)
  }

  private func value(_ v: UnsafePointer<Float>, _ layout: Layout, _ b: Int, _ h: Int) -> Matrix {
    Matrix(v + layout.start(b, h), keys, valueFeatures, stride: layout.row)
  }

  private func result(_ y: UnsafePointer<Float>, _ layout: Layout, _ b: Int, _ h: Int) -> Matrix {
    Matrix(y + layout.start(b, h), queries, valueFeatures, stride: layout.row)
  }

  private func matrix(_ p: UnsafePointer<Float>, _ start: Int) -> Matrix {
    Matrix(p + start, queries, keys)
  }
}

extension AttentionHeads.Layout {
  /// Where a head of a batch begins.
  func start(_ b: Int, _ h: Int) -> Int { b * batch + h * head }

  /// Heads one after the other, each [time, features].
  init(separate time: Int, _ features: Int) {
    self.init(row: features, head: 0, batch: time * features)
  }

  /// Heads side by side in rows of `width` numbers, [batch, time, width].
  init(packed time: Int, _ features: Int, width: Int) {
    self.init(row: width, head: features, batch: time * width)
  }
}
