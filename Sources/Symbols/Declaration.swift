/// A declaration, without attributes for concurrency and unused results.
struct Declaration {
  private(set) var pieces: [Symbol.Piece] = []

  /// The attributes that are left out.
  private static let omitted: Set = ["@MainActor", "@discardableResult", "@escaping", "@Sendable"]

  /// Creates a declaration from a symbol graph; names of `types` become links.
  init(_ fragments: [SymbolGraph.Fragment], _ types: [String: Symbol.Target]) {
    var fragments = fragments[...]
    while let fragment = fragments.popFirst() {
      let kind = Symbol.Piece.Kind(rawValue: fragment.kind) ?? .text
      var text = fragment.spelling
      var target = fragment.preciseIdentifier
      // The name of an attribute that is a type has a fragment of its own.
      if kind == .attribute, text == "@", let name = fragments.popFirst() {
        text += name.spelling
        target = name.preciseIdentifier
      }
      let word = String(text.prefix { $0 != " " })
      if kind == .attribute, Declaration.omitted.contains(word) {
        if word == text, fragments.first?.spelling.first == " " {
          fragments[fragments.startIndex].spelling.removeFirst()
        }
      } else if kind == .type, text == "MainActor", pieces.last?.text.hasSuffix("@") == true {
        // In the type of a closure, the compiler does not mark it as an attribute.
        pieces[pieces.count - 1].text.removeLast()
        if fragments.first?.spelling.first == " " {
          fragments[fragments.startIndex].spelling.removeFirst()
        }
      } else if !text.isEmpty {
        if kind == .text, text == " : " { text = ": " }
        pieces.append(Symbol.Piece(kind, text, target: target.flatMap { types[$0] }))
      }
    }
  }

  /// Adds the conformances of a type, unless its declaration names them.
  mutating func add(_ conformances: [Symbol.Target]) {
    guard !pieces.contains(where: { $0.text.contains(":") }) else { return }
    for (number, type) in conformances.enumerated() {
      pieces.append(Symbol.Piece(.text, number == 0 ? ": " : ", "))
      pieces.append(Symbol.Piece(.type, type.path.joined(separator: "."), target: type))
    }
  }
}
