extension MarkdownNode {
  /// The node with the text between `~~` and `~~`, or `~` and `~`, struck through, as on GitHub.
  ///
  /// A single `~` within a word has no effect: it is a subscript in other dialects.
  var withStrikethrough: MarkdownNode {
    var node = self
    node.children = node.children.map(\.withStrikethrough)
    guard node.children.contains(where: { $0.kind == .text && $0.literal.contains("~") }) else {
      return node
    }
    var segments = TildeSegments(node.children, in: node.kind)
    segments.pair()
    node.children = segments.nodes
    return node
  }

  /// Whether a text node in it contains `character`.
  func contains(_ character: Character) -> Bool {
    (kind == .text && literal.contains(character)) || children.contains { $0.contains(character) }
  }

  /// The node with escaped tildes restored and joiners removed from all its texts.
  var restoringCharacters: MarkdownNode {
    var node = self
    node.children = node.children.map(\.restoringCharacters)
    node.literal = Placeholder.restoringCharacters(node.literal)
    switch node.kind {
    case .link(let destination, let title):
      node.kind = .link(
        destination: Placeholder.restoringCharacters(destination),
        title: Placeholder.restoringCharacters(title))
    case .image(let source, let title):
      node.kind = .image(
        source: Placeholder.restoringCharacters(source),
        title: Placeholder.restoringCharacters(title))
    default: break
    }
    return node
  }
}

/// The children of a node, with their texts split at runs of tildes.
private struct TildeSegments {
  private var segments: [(node: MarkdownNode, run: DelimiterRun?)] = []

  init(_ children: [MarkdownNode], in parent: MarkdownNode.Kind) {
    let edge: AdjacentCharacter = parent.isInline ? .punctuation : .space
    for (index, child) in children.enumerated() {
      guard child.kind == .text else {
        segments.append((child, nil))
        continue
      }
      let before = index > 0 ? Self.side(of: children[index - 1]) : edge
      let after = index + 1 < children.count ? Self.side(of: children[index + 1]) : edge
      split(child, before: before, after: after)
    }
  }

  private static func side(of node: MarkdownNode) -> AdjacentCharacter {
    node.kind == .softBreak || node.kind == .lineBreak ? .space : .punctuation
  }

  private mutating func split(
    _ text: MarkdownNode, before: AdjacentCharacter, after: AdjacentCharacter
  ) {
    var rest = text.literal.unicodeScalars[...]
    var last: Unicode.Scalar?
    while !rest.isEmpty {
      let text = rest.prefix { $0 != "~" }
      if !text.isEmpty { add(String(text), nil) }
      last = text.last ?? last
      rest = rest[text.endIndex...]
      let tildes = rest.prefix { $0 == "~" }
      guard !tildes.isEmpty else { break }
      rest = rest[tildes.endIndex...]
      let run = DelimiterRun(
        delimiter: "~", count: tildes.count, offset: 0,
        before: last.map { AdjacentCharacter($0) } ?? before,
        after: rest.first.map { AdjacentCharacter($0) } ?? after)
      add(String(tildes), tildes.count > 2 ? nil : run)
      last = "~"
    }
  }

  private mutating func add(_ text: String, _ run: DelimiterRun?) {
    let node = MarkdownNode(kind: .text, literal: text, lines: 1...1, column: 1, children: [])
    segments.append((node, run))
  }

  /// Replaces each pair of runs and the nodes between them by one strikethrough node.
  mutating func pair() {
    // Pairing is quadratic, and no real paragraph has this many segments.
    guard segments.count < 5000 else { return }
    var closer = 0
    while closer < segments.count {
      defer { closer += 1 }
      guard let run = segments[closer].run, run.closesStrikethrough,
        let opener = segments[..<closer].indices.last(where: { index in
          segments[index].run.map { $0.isLike(run) && $0.opensStrikethrough } ?? false
        })
      else { continue }
      let inside = segments[(opener + 1)..<closer].map(\.node)
      let strikethrough = MarkdownNode(
        kind: .strikethrough, literal: "", lines: 1...1, column: 1, children: inside)
      segments.replaceSubrange(opener...closer, with: [(strikethrough, nil)])
      closer = opener
    }
  }

  /// The nodes, with adjacent texts merged again.
  var nodes: [MarkdownNode] {
    segments.reduce(into: []) { nodes, segment in
      if segment.node.kind == .text, let last = nodes.indices.last, nodes[last].kind == .text {
        nodes[last].literal += segment.node.literal
      } else {
        nodes.append(segment.node)
      }
    }
  }
}

extension DelimiterRun {
  /// Whether a run of tildes can open strikethrough; a single one after a word cannot.
  fileprivate var opensStrikethrough: Bool {
    opens && (count == 2 || !before.isLetter || before.isCJK)
  }

  /// Whether a run of tildes can close strikethrough; a single one before a word cannot.
  fileprivate var closesStrikethrough: Bool {
    closes && (count == 2 || !after.isLetter || after.isCJK)
  }
}

extension MarkdownNode.Kind {
  fileprivate var isInline: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .link, .image: true
    default: false
    }
  }
}
