import Laboratory
import Testing

@Suite struct SharesTests {
  /// Loads as sessions have them: most short, a few long, from a simple generator.
  private func pieces(_ count: Int, names: Int, seed: UInt64) -> [ShardBalancer.Piece] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let name = Int(state >> 33) % names
      return ShardBalancer.Piece(name: "\(name)", load: 1 + name * name % 997)
    }
  }

  @Test(arguments: 1...8) func sharesAreOfLikeSizeAndEqualPiecesAreInOne(count: Int) {
    for seed in 1...40 as ClosedRange<UInt64> {
      let pieces = pieces(Int(seed) * 3, names: Int(seed) * 2, seed: seed)
      let shares = ShardBalancer.shares(of: pieces, among: count)
      #expect(shares.count == pieces.count)
      #expect(shares.allSatisfy { 0..<count ~= $0 })
      var owners: [String: Int] = [:]
      var totals = [Int](repeating: 0, count: count)
      for (piece, share) in zip(pieces, shares) {
        #expect(owners[piece.name, default: share] == share)
        if owners.updateValue(share, forKey: piece.name) == nil { totals[share] += piece.load }
      }
      let longest = pieces.map(\.load).max() ?? 0
      #expect((totals.max() ?? 0) - (totals.min() ?? 0) <= longest)
    }
  }

  @Test func piecesOfOneLengthGoRound() {
    let pieces = (0..<7).map { ShardBalancer.Piece(name: "\($0)", load: 1) }
    #expect(ShardBalancer.shares(of: pieces, among: 3) == [0, 1, 2, 0, 1, 2, 0])
    #expect(ShardBalancer.shares(of: pieces, among: 1) == [0, 0, 0, 0, 0, 0, 0])
    #expect(ShardBalancer.shares(of: [], among: 3) == [])
  }

  @Test func aLongPieceHasAShareOfItsOwn() {
    let loads = [1, 1, 10, 1, 1, 1]
    let pieces = loads.enumerated().map { ShardBalancer.Piece(name: "\($0)", load: $1) }
    #expect(ShardBalancer.shares(of: pieces, among: 2) == [1, 1, 0, 1, 1, 1])
  }

  @Test(arguments: [("1/1", 1, 1), ("2/4", 2, 4), ("8/8", 8, 8)])
  func aShardIsReadAsItIsWritten(text: String, number: Int, count: Int) throws {
    let shard = try #require(Shard(text))
    #expect(shard.number == number && shard.count == count && "\(shard)" == text)
  }

  @Test(arguments: ["", "1", "0/4", "5/4", "-1/4", "1/", "/4", "1/2/3", "a/b", "1 / 2"])
  func whatIsNoShareIsRefused(text: String) { #expect(Shard(text) == nil) }
}
