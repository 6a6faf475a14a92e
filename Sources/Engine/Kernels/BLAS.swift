import CBLAS

/// The library that multiplies matrices.
public enum BLAS {
  /// Its name, version and the processor family whose kernels it chose: `OpenBLAS 0.3.21 (Zen)`.
  ///
  /// Kernels round differently, so results are reproducible with the same kernels only.
  public static var version: String {
    let parts = String(cString: openblas_get_config()).split(separator: " ")
    return "\(parts.prefix(2).joined(separator: " ")) (\(String(cString: openblas_get_corename())))"
  }

  /// The number of threads that a product uses: 1 from the first product on.
  package static var threads: Int { Int(openblas_get_num_threads()) }

  /// Whether the kernels multiply small matrices without copying them first, as those for AVX-512 do.
  static let multipliesInPlace =
    ["SkylakeX", "Cooperlake", "Sapphirerapids"].contains(String(cString: openblas_get_corename()))
}
