import Symbols

/// The symbols of a module in the order of its page: by topic, and in each topic the functions, then
/// the types with their members, then extensions of types from other topics.
struct ChapterOutline {
  /// A group of symbols: those in one folder of the sources.
  struct Topic {
    let title: String
    let anchor: String
    let functions: [Entry]
    let sections: [Section]
  }

  /// A type with its members, or a topic's extensions of a type from another topic.
  struct Section {
    /// The type's full name.
    let name: String
    let anchor: String
    /// The type's own declarations; empty if they are in another topic.
    let type: [Symbol]
    let members: [Entry]
  }

  /// A name with all its declarations, such as overloads.
  struct Entry {
    let name: String
    let symbols: [Symbol]
  }

  let module: String
  let topics: [Topic]

  init(_ chapter: Handbook.Chapter) {
    module = chapter.module
    let topics = Dictionary(grouping: chapter.symbols, by: \.topic)
    self.topics = topics.keys.sorted().map { Topic($0, topics[$0] ?? []) }
  }

  /// The topics that extend a type, each with the anchor of the extension.
  func additions(to type: String) -> [(title: String, anchor: String)] {
    topics.flatMap { topic in
      topic.sections.filter { $0.name == type && $0.type.isEmpty }.map { (topic.title, $0.anchor) }
    }
  }

  /// The anchors of all symbols.
  var symbolAnchors: [String] {
    topics.flatMap { topic in
      topic.functions.map(\.name)
        + topic.sections.flatMap { ($0.type.isEmpty ? [] : [$0.name]) + $0.members.map(\.name) }
    }
  }

  /// All anchors of the page.
  var anchors: [String] {
    symbolAnchors + topics.map(\.anchor)
      + topics.flatMap(\.sections).filter(\.type.isEmpty).map(\.anchor)
  }
}

extension ChapterOutline.Topic {
  fileprivate init(_ name: String, _ symbols: [Symbol]) {
    title = name.inWords
    anchor = "topic-\(name)"
    functions = entries(symbols.filter { $0.owner == nil && !$0.kind.isType })
    let types = Dictionary(grouping: symbols.filter(\.kind.isType), by: \.fullName)
    let members = Dictionary(
      grouping: symbols.filter { $0.owner != nil && !$0.kind.isType }, by: { $0.owner ?? "" })
    let own = types.keys.sorted().map {
      ChapterOutline.Section(
        name: $0, anchor: $0, type: types[$0] ?? [], members: entries(members[$0] ?? []))
    }
    let added = members.keys.filter { types[$0] == nil }.sorted().map {
      ChapterOutline.Section(
        name: $0, anchor: "topic-\(name).\($0)", type: [], members: entries(members[$0] ?? []))
    }
    sections = own + added
  }
}

/// Symbols grouped by name, in the order of their first declarations.
private func entries(_ symbols: [Symbol]) -> [ChapterOutline.Entry] {
  var seen: Set<String> = []
  let byName = Dictionary(grouping: symbols, by: \.fullName)
  return symbols.map(\.fullName).filter { seen.insert($0).inserted }.map {
    ChapterOutline.Entry(name: $0, symbols: byName[$0] ?? [])
  }
}

extension String {
  /// The words of a name in camel case: `FigureInProgress` is `Figure in progress`.
  fileprivate var inWords: String {
    prefix(1) + dropFirst().map { $0.isUppercase ? " " + $0.lowercased() : "\($0)" }.joined()
  }
}
