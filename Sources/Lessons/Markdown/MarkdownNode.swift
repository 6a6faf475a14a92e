/// A node of a CommonMark document, as a value.
struct MarkdownNode: Equatable {
  /// The type of a node.
  enum Kind: Equatable {
    case document, quote, item, paragraph, thematicBreak, htmlBlock
    case list(ordered: Bool, start: Int, tight: Bool)
    case code(info: String)
    case heading(level: Int)
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, strikethrough
    case link(destination: String, title: String)
    case image(source: String, title: String)
  }

  var kind: Kind
  /// The text of a leaf: code, text, HTML.
  var literal: String
  /// The first and last line; only meaningful for blocks.
  var lines: ClosedRange<Int>
  /// The byte in the first line, counted from 1, at which a block begins.
  var column: Int
  var children: [MarkdownNode]
  /// Whether children were dropped because they were nested too deeply.
  var isCutOff = false
}

extension MarkdownNode {
  /// The text without its markup.
  var plainText: String {
    switch kind {
    case .softBreak, .lineBreak: " "
    case .text, .inlineCode: literal
    default: children.map(\.plainText).joined()
    }
  }
}
