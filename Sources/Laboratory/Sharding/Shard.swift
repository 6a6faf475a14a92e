/// One of several parts of a course's sessions, written `2/4`.
public struct Shard: Equatable, Sendable {
  /// The number of the shard, from 1.
  public let number: Int
  /// The total number of shards.
  public let count: Int

  /// Parses `K/N`; nil unless 1 ≤ K ≤ N.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      number <= count
    else { return nil }
    self.number = number
    self.count = count
  }
}

extension Shard: CustomStringConvertible {
  /// The shard as `K/N`.
  public var description: String { "\(number)/\(count)" }
}
