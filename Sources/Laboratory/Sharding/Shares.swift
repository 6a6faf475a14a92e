/// How work is shared out: every piece to one share, equal pieces to the same, and shares of like size.
///
/// The longest pieces are dealt out first, each to the share that has least so far. So no share has
/// more than another by over the longest piece; pieces of one length go round in their order.
package enum Shares {
  /// A piece of work.
  package struct Piece: Equatable {
    /// What it is: equal pieces need doing once.
    package var name: String
    /// How long it takes, in whatever unit.
    package var load: Int

    /// A piece of work.
    package init(name: String, load: Int) { (self.name, self.load) = (name, load) }
  }

  /// The share of each piece, from 0, among `count`.
  package static func shares(of pieces: [Piece], among count: Int) -> [Int] {
    var places: [String: Int] = [:]
    for (place, piece) in pieces.enumerated() where places[piece.name] == nil {
      places[piece.name] = place
    }
    let order = places.values.sorted { (-pieces[$0].load, $0) < (-pieces[$1].load, $1) }
    var totals = [Int](repeating: 0, count: count)
    var shares: [String: Int] = [:]
    for place in order {
      let least = totals.indices.min { (totals[$0], $0) < (totals[$1], $1) } ?? 0
      shares[pieces[place].name] = least
      totals[least] += max(1, pieces[place].load)
    }
    return pieces.map { shares[$0.name] ?? 0 }
  }
}
