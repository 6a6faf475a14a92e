/// How a cell failed that was to fail: what the compiler or the trap said.
public struct Failure: Codable, Equatable, Sendable {
  /// One thing that was said.
  public struct Message: Codable, Equatable, Sendable {
    /// What was said, without paths and addresses.
    public var words: String
    /// The line of which it was said, where one is known.
    public var place: CellPlace?

    /// A message.
    public init(_ words: String, at place: CellPlace? = nil) {
      self.words = words
      self.place = place
    }
  }

  /// The cell's number within the lesson.
  public var cell: Int
  /// What was said, in order.
  public var messages: [Message]

  /// A failure.
  public init(cell: Int, messages: [Message]) {
    self.cell = cell
    self.messages = messages
  }
}
