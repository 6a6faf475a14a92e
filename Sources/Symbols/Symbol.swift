/// A public name, as the compiler lists it from a module's source.
public struct Symbol: Codable, Equatable, Sendable {
  /// What a name stands for, as symbol graphs call it without their `swift.`.
  public enum Kind: String, Codable, Sendable {
    /// A type.
    case structure = "struct"
    /// A type of cases.
    case enumeration = "enum"
    /// A type of shared objects.
    case classOfObjects = "class"
    /// A type that takes care of its own threads.
    case actor
    /// What types may promise.
    case contract = "protocol"
    /// Another name of a type.
    case alias = "typealias"
    /// A type that a protocol leaves open.
    case associatedType = "associatedtype"
    /// A case of an enumeration.
    case enumCase = "enum.case"
    /// What makes a value.
    case initialiser = "init"
    /// A value of a value.
    case property
    /// A value of a type.
    case typeProperty = "type.property"
    /// A function of a value.
    case method
    /// A function of a type.
    case typeMethod = "type.method"
    /// What stands in brackets behind a value.
    case element = "subscript"
    /// What stands in brackets behind a type.
    case typeElement = "type.subscript"
    /// A function of nobody.
    case function = "func"
    /// A function that is written as a sign.
    case operation = "func.op"
    /// A value of nobody.
    case variable = "var"
    /// What the compiler expands.
    case macro

    /// Whether it may have members.
    public var isType: Bool {
      switch self {
      case .structure, .enumeration, .classOfObjects, .actor, .contract, .alias: true
      default: false
      }
    }
  }

  /// A piece of a declaration.
  public struct Piece: Codable, Equatable, Sendable {
    /// What it is.
    public enum Kind: String, Codable, Sendable {
      /// A word of the language.
      case keyword
      /// A type's name.
      case type = "typeIdentifier"
      /// The name that is declared.
      case name = "identifier"
      /// `@` and a word.
      case attribute
      /// A number.
      case number
      /// A text in quotes.
      case string
      /// All else: labels, signs, spaces.
      case text
    }

    /// What it is.
    public var kind: Kind
    /// Its letters.
    public var text: String
    /// The type that it names, if that is one of the same handbook's.
    public var target: Target?

    /// A piece.
    public init(_ kind: Kind, _ text: String, target: Target? = nil) {
      (self.kind, self.text, self.target) = (kind, text, target)
    }
  }

  /// A type that a declaration names.
  public struct Target: Codable, Equatable, Sendable {
    /// The module that it belongs to.
    public var module: String
    /// Its names, from the outermost type to its own.
    public var path: [String]

    /// A type.
    public init(module: String, path: [String]) { (self.module, self.path) = (module, path) }
  }

  /// What it stands for.
  public var kind: Kind
  /// Its names, from the outermost type to its own with the labels: `Linear`, `init(weight:bias:)`.
  public var path: [String]
  /// Its declaration.
  public var declaration: [Piece]
  /// What the source says of it, in Markdown.
  public var comment: String
  /// The file that declares it, from the package's folder on.
  public var file: String
  /// The line there, from 1.
  public var line: Int

  /// A name.
  public init(
    _ kind: Kind, _ path: [String], declaration: [Piece], comment: String, file: String, line: Int
  ) {
    (self.kind, self.path, self.declaration) = (kind, path, declaration)
    (self.comment, self.file, self.line) = (comment, file, line)
  }

  /// All its names, joined by dots.
  public var fullName: String { path.joined(separator: ".") }

  /// The type that it belongs to; nil where it belongs to none.
  public var owner: String? {
    path.count > 1 ? path.dropLast().joined(separator: ".") : nil
  }

  /// What it is about: the folder of its file within the module, or the file where there is none.
  public var topic: String {
    let parts = file.split(separator: "/").dropFirst(2)
    return String(parts.first?.prefix { $0 != "." && $0 != "+" } ?? "")
  }
}
