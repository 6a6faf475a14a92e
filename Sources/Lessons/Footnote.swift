/// The definition of a footnote.
public struct Footnote: Equatable, Sendable {
  /// The label by which the text refers to it.
  public var label: String
  /// The text of the note.
  public var body: [Block]
  /// The first line of the definition.
  public var line: Int
}
