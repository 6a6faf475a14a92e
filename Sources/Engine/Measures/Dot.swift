/// Σ xᵢyᵢ in double precision, up to the end of the shorter list.
func dot(_ x: [Double], _ y: [Double]) -> Double {
  x.withUnsafeBytes { x in
    y.withUnsafeBytes { y in
      // Eight partial sums in parallel, since the compiler cannot reorder a single sum.
      var (total, done) = (SIMD8<Double>(), 0)
      let size = min(x.count, y.count)
      while done + 64 <= size {
        let chunk = x.loadUnaligned(fromByteOffset: done, as: SIMD8<Double>.self)
        total += chunk * y.loadUnaligned(fromByteOffset: done, as: SIMD8<Double>.self)
        done += 64
      }
      return stride(from: done, to: size, by: 8).reduce(total.sum()) {
        let factor = x.load(fromByteOffset: $1, as: Double.self)
        return $0 + factor * y.load(fromByteOffset: $1, as: Double.self)
      }
    }
  }
}
