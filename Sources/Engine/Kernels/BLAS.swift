import CBLAS

/// The library that multiplies matrices.
public enum BLAS {
  /// Its name, version and the processor family whose kernels it chose: `OpenBLAS 0.3.21 (Zen)`.
  ///
  /// Kernels round differently, so a result belongs to its kernels.
  public static var version: String {
    let words = String(cString: openblas_get_config()).split(separator: " ")
    return "\(words.prefix(2).joined(separator: " ")) (\(String(cString: openblas_get_corename())))"
  }

  /// How many threads a product uses: one, from the first product on.
  package static var threads: Int { Int(openblas_get_num_threads()) }

  /// Whether its kernels multiply small matrices without copying them first: those for AVX-512 do.
  static let multipliesInPlace =
    ["SkylakeX", "Cooperlake", "Sapphirerapids"].contains(String(cString: openblas_get_corename()))
}
