/// A matching of old and new elements, by name or by order.
struct Pairing {
  /// The indices of elements that both sides have, in the new order.
  var pairs: [(old: Int, new: Int)] = []
  /// The indices of old elements without a partner, in order.
  var removed: [Int] = []
  /// The indices of new elements without a partner, in order.
  var new: [Int] = []

  /// Pairs the nth element of a name with the nth of the same name.
  init(named old: [some Hashable], _ new: [some Hashable]) {
    let known = Dictionary(
      uniqueKeysWithValues: zip(Pairing.numbered(old), old.indices))
    for (name, place) in zip(Pairing.numbered(new), new.indices) {
      if let former = known[name] { pairs.append((former, place)) } else { self.new.append(place) }
    }
    let paired = Set(pairs.map(\.old))
    removed = old.indices.filter { !paired.contains($0) }
  }

  /// Pairs elements with the same index.
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
