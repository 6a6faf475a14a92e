/// A public symbol of a module, from the compiler's symbol graph.
public struct Symbol: Codable, Equatable, Sendable {
  /// The kind of a symbol; the raw values are those of symbol graphs without `swift.`.
  public enum Kind: String, Codable, Sendable {
    /// A structure.
    case structure = "struct"
    /// An enumeration.
    case enumeration = "enum"
    /// A class.
    case `class`
    /// An actor.
    case actor
    /// A protocol.
    case `protocol`
    /// A type alias.
    case alias = "typealias"
    /// An associated type.
    case associatedType = "associatedtype"
    /// A case of an enumeration.
    case enumCase = "enum.case"
    /// An initialiser.
    case initialiser = "init"
    /// An instance property.
    case property
    /// A type property.
    case typeProperty = "type.property"
    /// An instance method.
    case method
    /// A type method.
    case typeMethod = "type.method"
    /// An instance subscript.
    case `subscript`
    /// A type subscript.
    case typeSubscript = "type.subscript"
    /// A global function.
    case function = "func"
    /// An operator.
    case `operator` = "func.op"
    /// A global variable.
    case variable = "var"
    /// A macro.
    case macro

    /// Whether the symbol is a type that can have members.
    public var isType: Bool {
      switch self {
      case .structure, .enumeration, .class, .actor, .protocol, .alias: true
      default: false
      }
    }
  }

  /// A piece of a declaration.
  public struct Piece: Codable, Equatable, Sendable {
    /// The kind of a fragment.
    public enum Kind: String, Codable, Sendable {
      /// A keyword.
      case keyword
      /// The name of a type.
      case type = "typeIdentifier"
      /// The declared name.
      case name = "identifier"
      /// An attribute such as `@escaping`.
      case attribute
      /// A number literal.
      case number
      /// A string literal.
      case string
      /// Other text: labels, punctuation, spaces.
      case text
    }

    /// The kind of the piece.
    public var kind: Kind
    /// The text of the piece.
    public var text: String
    /// The type that the piece refers to, if the handbook has it.
    public var target: Target?

    /// Creates a piece of a declaration.
    public init(_ kind: Kind, _ text: String, target: Target? = nil) {
      self.kind = kind
      self.text = text
      self.target = target
    }
  }

  /// A reference to a type of the handbook.
  public struct Target: Codable, Equatable, Sendable {
    /// The module of the type.
    public var module: String
    /// The names from the outermost type to the type itself.
    public var path: [String]

    /// Creates a reference to a type.
    public init(module: String, path: [String]) {
      self.module = module
      self.path = path
    }
  }

  /// The kind of the symbol.
  public var kind: Kind
  /// The names from the outermost type to the symbol, with labels: `Linear`, `init(weight:bias:)`.
  public var path: [String]
  /// The declaration, as a sequence of pieces.
  public var declaration: [Piece]
  /// The doc comment, in Markdown.
  public var comment: String
  /// The path within the package of the file that declares it.
  public var file: String
  /// The line of the declaration, from 1.
  public var line: Int

  /// Creates a symbol.
  public init(
    _ kind: Kind, _ path: [String], declaration: [Piece], comment: String, file: String, line: Int
  ) {
    self.kind = kind
    self.path = path
    self.declaration = declaration
    self.comment = comment
    self.file = file
    self.line = line
  }

  /// The names of the path, joined by dots.
  public var fullName: String { path.joined(separator: ".") }

  /// The full name of the enclosing type; nil for a global symbol.
  public var owner: String? {
    path.count > 1 ? path.dropLast().joined(separator: ".") : nil
  }

  /// The topic of the symbol: the folder of its file within the module, or the file's own name.
  public var topic: String {
    let parts = file.split(separator: "/").dropFirst(2)
    return String(parts.first?.prefix { $0 != "." && $0 != "+" } ?? "")
  }
}
