/// The output of `swift-symbolgraph-extract` for a module, as far as it is needed.
public struct SymbolGraph: Decodable, Sendable {
  /// A symbol of the graph.
  struct Entry: Decodable, Sendable {
    var id: String
    /// The kind; nil for kinds that handbooks do not list.
    var kind: Symbol.Kind?
    var path: [String]
    var declaration: [Fragment]
    var comment: String?
    /// The location; nil for synthesised symbols.
    var location: Location?
    /// The module of the extended type, in an extension.
    var extendedModule: String?
  }

  /// A piece of a declaration.
  struct Fragment: Decodable, Sendable {
    var kind: String
    var spelling: String
    var preciseIdentifier: String?
  }

  /// A location in the source.
  struct Location: Decodable, Sendable {
    var uri: String
    var position: Position
  }

  /// A position in a file, with the line from 0.
  struct Position: Decodable, Sendable { var line: Int }

  /// A relationship between two symbols.
  struct Relation: Decodable, Sendable {
    var kind: String
    var source: String
    var target: String
    /// The protocol requirement that a member satisfies.
    var sourceOrigin: Origin?
    /// The constraints of a conditional conformance.
    var swiftConstraints: [Constraint]?
  }

  struct Origin: Decodable, Sendable {}
  struct Constraint: Decodable, Sendable {}

  var symbols: [Entry]
  var relationships: [Relation]

  /// The full names of the symbols in the source that have no doc comment.
  package var undocumented: [String] {
    symbols.filter { $0.location != nil && ($0.comment ?? "").isEmpty }
      .map { $0.path.joined(separator: ".") }
  }
}

extension SymbolGraph.Entry {
  private enum Key: String, CodingKey {
    case kind, identifier, pathComponents, declarationFragments, docComment, location
    case swiftExtension
  }

  private struct Name: Decodable { var identifier: String }
  private struct Identifier: Decodable { var precise: String }
  private struct Comment: Decodable { var lines: [Line] }
  private struct Line: Decodable { var text: String }
  private struct Extension: Decodable { var extendedModule: String }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let name = try fields.decode(Name.self, forKey: .kind).identifier
    kind = Symbol.Kind(rawValue: String(name.dropFirst("swift.".count)))
    id = try fields.decode(Identifier.self, forKey: .identifier).precise
    path = try fields.decode([String].self, forKey: .pathComponents)
    declaration =
      try fields.decodeIfPresent([SymbolGraph.Fragment].self, forKey: .declarationFragments) ?? []
    comment = try fields.decodeIfPresent(Comment.self, forKey: .docComment)?
      .lines.map(\.text).joined(separator: "\n")
    location = try fields.decodeIfPresent(SymbolGraph.Location.self, forKey: .location)
    extendedModule = try fields.decodeIfPresent(Extension.self, forKey: .swiftExtension)?
      .extendedModule
  }
}
