extension Inline {
  /// The inlines nested directly in it.
  public var children: [Inline] {
    switch self {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, _, let inner, _),
      .claim(_, let inner, _), .reference(_, let inner, _):
      inner
    default: []
    }
  }

  /// The text without markup; a computed value contributes its expression, a formula its TeX.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .lineBreak, .softBreak: " "
    case .value(let value): value.code
    case .formula(let formula): formula.tex
    case .image(_, _, let alt, _): alt
    case .footnote, .citation, .checkbox: ""
    case .emphasis, .strong, .strikethrough, .link, .claim, .reference: children.plainText
    }
  }
}

extension [Inline] {
  /// The text without markup.
  public var plainText: String { map(\.plainText).joined() }
}

extension Block {
  /// The blocks nested directly in it.
  public var children: [Block] {
    switch self {
    case .list(_, _, let items): items.flatMap { $0 }
    case .quote(let inner): inner
    case .alert(let alert): alert.body
    default: []
    }
  }

  /// The inlines that belong to it and not to its children.
  public var inlines: [Inline] {
    switch self {
    case .paragraph(let inlines, _), .heading(_, _, let inlines, _): inlines
    case .alert(let alert): alert.title
    case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0 }
    default: []
    }
  }
}
