/// Sequences of random symbols with their target symbols, for recurrent networks.
///
///     let task = SymbolSequences.firstSymbol(length: 50, batch: 32, using: &generator)
///     let loss = crossEntropy(network(task.oneHot), task.targets)
public struct SymbolSequences: Sendable {
  /// The symbols of every sequence, each in 0..<`symbols`.
  public let tokens: [[Int]]
  /// The targets: one for each sequence, or one for each of its symbols, sequence after sequence.
  public let targets: [Int]
  /// The number of different symbols.
  public let symbols: Int

  /// The sequences in one-hot form, [length, batch, symbols]: 1 at the index of each symbol and 0
  /// elsewhere.
  public var oneHot: Tensor {
    let (length, batch) = (tokens.first?.count ?? 0, tokens.count)
    let x = Tensor.zeros([length, batch, symbols])
    for (sequence, row) in tokens.enumerated() {
      for (time, token) in row.enumerated() {
        x.storage.pointer[(time * batch + sequence) * symbols + token] = 1
      }
    }
    return x
  }

  /// The target is the first symbol of a sequence.
  ///
  /// Traps on a length or number of symbols below 1, and on a negative batch.
  public static func firstSymbol(
    length: Int, batch: Int, symbols: Int = 4, using generator: inout some RandomNumberGenerator
  ) -> SymbolSequences {
    draw("firstSymbol", length: length, batch: batch, symbols: symbols, seed: generator.next()) {
      Array($0.prefix(1))
    }
  }

  /// The targets are the symbols in reverse order.
  ///
  /// Traps on a length or number of symbols below 1, and on a negative batch.
  public static func reverse(
    length: Int, batch: Int, symbols: Int = 10, using generator: inout some RandomNumberGenerator
  ) -> SymbolSequences {
    draw("reverse", length: length, batch: batch, symbols: symbols, seed: generator.next()) {
      $0.reversed()
    }
  }

  /// The targets are the symbols in ascending order.
  ///
  /// Traps on a length or number of symbols below 1, and on a negative batch.
  public static func sort(
    length: Int, batch: Int, symbols: Int = 10, using generator: inout some RandomNumberGenerator
  ) -> SymbolSequences {
    draw("sort", length: length, batch: batch, symbols: symbols, seed: generator.next()) {
      $0.sorted()
    }
  }

  private static func draw(
    _ name: String, length: Int, batch: Int, symbols: Int, seed: UInt64,
    targets: ([Int]) -> [Int]
  ) -> SymbolSequences {
    require(
      length > 0 && batch >= 0 && symbols > 0,
      "\(name): length \(length) and symbols \(symbols) must be positive, and batch \(batch) must not "
        + "be negative")
    var generator = SeededGenerator(state: seed)
    let tokens = (0..<batch).map { _ in
      (0..<length).map { _ in generator.index(below: symbols) }
    }
    return SymbolSequences(tokens: tokens, targets: tokens.flatMap(targets), symbols: symbols)
  }
}
