/// The failure of a cell that was expected to fail: the messages of the compiler or of the trap.
public struct CellFailure: Codable, Equatable, Sendable {
  /// One message.
  public struct Message: Codable, Equatable, Sendable {
    /// The text, without paths and addresses.
    public var words: String
    /// The line that it refers to, if known.
    public var place: CellPlace?

    /// Creates a message.
    public init(_ words: String, at place: CellPlace? = nil) {
      self.words = words
      self.place = place
    }
  }

  /// The cell's number within the lesson.
  public var cell: Int
  /// The messages, in order.
  public var messages: [Message]

  /// Creates a failure.
  public init(cell: Int, messages: [Message]) {
    self.cell = cell
    self.messages = messages
  }
}
