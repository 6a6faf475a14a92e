/// One node of a CommonMark document, as plain data.
struct MarkdownNode: Equatable {
  /// What a node is.
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
  /// First and last line; only blocks have lines of their own.
  var lines: ClosedRange<Int>
  /// The byte in the first line, counted from 1, at which a block begins.
  var column: Int
  var children: [MarkdownNode]
  /// Whether more stood in it than is deep enough to be read.
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
