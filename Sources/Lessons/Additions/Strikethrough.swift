extension MarkdownNode {
  /// The same with what stands between `~~` and `~~`, or `~` and `~`, struck through, as GitHub has it.
  ///
  /// A single `~` within a word opens and closes nothing: that is the form of a subscript elsewhere.
  var strikingThrough: MarkdownNode {
    var node = self
    node.children = node.children.map(\.strikingThrough)
    guard node.children.contains(where: { $0.kind == .text && $0.literal.contains("~") }) else {
      return node
    }
    var pieces = TildePieces(node.children, in: node.kind)
    pieces.pair()
    node.children = pieces.nodes
    return node
  }

  /// Whether a text in it holds `mark`.
  func contains(_ mark: Character) -> Bool {
    (kind == .text && literal.contains(mark)) || children.contains { $0.contains(mark) }
  }

  /// The same with a character for each that stood for it, and without joiners.
  var withoutStandIns: MarkdownNode {
    var node = self
    node.children = node.children.map(\.withoutStandIns)
    node.literal = Placeholder.withoutStandIns(node.literal)
    switch node.kind {
    case .link(let destination, let title):
      node.kind = .link(
        destination: Placeholder.withoutStandIns(destination),
        title: Placeholder.withoutStandIns(title))
    case .image(let source, let title):
      node.kind = .image(
        source: Placeholder.withoutStandIns(source), title: Placeholder.withoutStandIns(title))
    default: break
    }
    return node
  }
}

/// A node's children, their texts divided at runs of tildes.
private struct TildePieces {
  private var pieces: [(node: MarkdownNode, run: MarkRun?)] = []

  init(_ children: [MarkdownNode], in parent: MarkdownNode.Kind) {
    let edge: Neighbour = parent.isInline ? .punctuation : .space
    for (index, child) in children.enumerated() {
      guard child.kind == .text else {
        pieces.append((child, nil))
        continue
      }
      let before = index > 0 ? Self.side(of: children[index - 1]) : edge
      let after = index + 1 < children.count ? Self.side(of: children[index + 1]) : edge
      divide(child, before, after)
    }
  }

  private static func side(of node: MarkdownNode) -> Neighbour {
    node.kind == .softBreak || node.kind == .lineBreak ? .space : .punctuation
  }

  private mutating func divide(_ text: MarkdownNode, _ before: Neighbour, _ after: Neighbour) {
    var rest = text.literal.unicodeScalars[...]
    var last: Unicode.Scalar?
    while !rest.isEmpty {
      let words = rest.prefix { $0 != "~" }
      if !words.isEmpty { add(String(words), nil) }
      last = words.last ?? last
      rest = rest[words.endIndex...]
      let tildes = rest.prefix { $0 == "~" }
      guard !tildes.isEmpty else { break }
      rest = rest[tildes.endIndex...]
      let run = MarkRun(
        mark: "~", count: tildes.count, offset: 0, before: last.map { Neighbour($0) } ?? before,
        after: rest.first.map { Neighbour($0) } ?? after)
      add(String(tildes), tildes.count > 2 ? nil : run)
      last = "~"
    }
  }

  private mutating func add(_ words: String, _ run: MarkRun?) {
    let node = MarkdownNode(kind: .text, literal: words, lines: 1...1, column: 1, children: [])
    pieces.append((node, run))
  }

  /// Makes one node of each pair of runs and what stands between them.
  mutating func pair() {
    // Each run looks at all before it, and nobody writes a paragraph of so many.
    guard pieces.count < 5000 else { return }
    var closer = 0
    while closer < pieces.count {
      defer { closer += 1 }
      guard let run = pieces[closer].run, run.strikesUpToHere,
        let opener = pieces[..<closer].indices.last(where: { index in
          pieces[index].run.map { $0.isLike(run) && $0.strikesFromHere } ?? false
        })
      else { continue }
      let inside = pieces[(opener + 1)..<closer].map(\.node)
      let struck = MarkdownNode(
        kind: .strikethrough, literal: "", lines: 1...1, column: 1, children: inside)
      pieces.replaceSubrange(opener...closer, with: [(struck, nil)])
      closer = opener
    }
  }

  /// The nodes, with texts that follow each other made one again.
  var nodes: [MarkdownNode] {
    pieces.reduce(into: []) { nodes, piece in
      if piece.node.kind == .text, let last = nodes.indices.last, nodes[last].kind == .text {
        nodes[last].literal += piece.node.literal
      } else {
        nodes.append(piece.node)
      }
    }
  }
}

extension MarkRun {
  /// Whether a run of tildes opens; a single one that a word precedes does not.
  fileprivate var strikesFromHere: Bool {
    opens && (count == 2 || !before.isLetter || before.isCJK)
  }

  /// Whether it closes; a single one that a word follows does not.
  fileprivate var strikesUpToHere: Bool { closes && (count == 2 || !after.isLetter || after.isCJK) }
}

extension MarkdownNode.Kind {
  fileprivate var isInline: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .link, .image: true
    default: false
    }
  }
}
