/// Sequences of random symbols, with the symbols that a network is to answer.
///
///     let task = SymbolSequences.firstSymbol(length: 50, batch: 32, using: &generator)
///     let loss = crossEntropy(network(task.oneHot), task.targets)
public struct SymbolSequences: Sendable {
  /// The symbols of every sequence, each a number in 0..<`symbols`.
  public let tokens: [[Int]]
  /// The right answers: one for each sequence, or one for each of its symbols, sequence after sequence.
  public let targets: [Int]
  /// How many symbols there are.
  public let symbols: Int

  /// The sequences as a tensor of shape [length, batch, symbols], for recurrent networks: 1 at each
  /// symbol's place and 0 elsewhere.
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

  /// Which symbol came first? All others only distract; the memory must hold over the whole length.
  public static func firstSymbol(
    length: Int, batch: Int, symbols: Int = 4, using generator: inout some RandomNumberGenerator
  ) -> SymbolSequences {
    draw("firstSymbol", length, batch, symbols, generator.next()) { Array($0.prefix(1)) }
  }

  /// The same symbols in the opposite order.
  public static func reverse(
    length: Int, batch: Int, symbols: Int = 10, using generator: inout some RandomNumberGenerator
  ) -> SymbolSequences {
    draw("reverse", length, batch, symbols, generator.next()) { $0.reversed() }
  }

  /// The same symbols in ascending order.
  public static func sort(
    length: Int, batch: Int, symbols: Int = 10, using generator: inout some RandomNumberGenerator
  ) -> SymbolSequences {
    draw("sort", length, batch, symbols, generator.next()) { $0.sorted() }
  }

  private static func draw(
    _ name: String, _ length: Int, _ batch: Int, _ symbols: Int, _ seed: UInt64,
    _ answer: ([Int]) -> [Int]
  ) -> SymbolSequences {
    require(
      length > 0 && batch >= 0 && symbols > 0,
      "\(name): \(batch) sequences of length \(length) from \(symbols) symbols")
    var generator = SeededGenerator(state: seed)
    let tokens = (0..<batch).map { _ in
      (0..<length).map { _ in generator.index(below: symbols) }
    }
    return SymbolSequences(tokens: tokens, targets: tokens.flatMap(answer), symbols: symbols)
  }
}
