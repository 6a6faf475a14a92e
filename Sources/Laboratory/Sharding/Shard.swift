/// One of several shares of a course's sessions, written `2/4`.
public struct Shard: Equatable, Sendable {
  /// Which share it is, from 1.
  public let number: Int
  /// How many shares there are.
  public let count: Int

  /// Reads `K/N`; nil where it is not one of N.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      number <= count
    else { return nil }
    (self.number, self.count) = (number, count)
  }
}

extension Shard: CustomStringConvertible {
  /// As it is written.
  public var description: String { "\(number)/\(count)" }
}
