/// Which of the old is which of the new: by what they are called, or by their order.
struct Pairing {
  /// The places of those that both sides have, in the new order.
  var pairs: [(old: Int, new: Int)] = []
  /// The places of the old that are no longer there, in order.
  var gone: [Int] = []
  /// The places of the new that were not there, in order.
  var new: [Int] = []

  /// Pairs the nth of a name with the nth of the same name.
  init(named old: [some Hashable], _ new: [some Hashable]) {
    let known = Dictionary(
      uniqueKeysWithValues: zip(Pairing.numbered(old), old.indices))
    for (name, place) in zip(Pairing.numbered(new), new.indices) {
      if let former = known[name] { pairs.append((former, place)) } else { self.new.append(place) }
    }
    let kept = Set(pairs.map(\.old))
    gone = old.indices.filter { !kept.contains($0) }
  }

  /// Pairs what stands at the same place.
  init(inOrder count: Int) {
    pairs = (0..<count).map { ($0, $0) }
  }

  private static func numbered(_ names: [some Hashable]) -> [Numbered] {
    var counts: [AnyHashable: Int] = [:]
    return names.map { name in
      counts[name, default: 0] += 1
      return Numbered(name: name, number: counts[name, default: 0])
    }
  }

  private struct Numbered: Hashable {
    var name: AnyHashable
    var number: Int
  }
}
