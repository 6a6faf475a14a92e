/// A declaration, without what says only how the compiler is to treat threads and results.
struct Declaration {
  private(set) var pieces: [Symbol.Piece] = []

  /// The attributes that are left out.
  private static let silent: Set = ["@MainActor", "@discardableResult", "@escaping", "@Sendable"]

  /// A declaration as a symbol graph has it; `types` are those that become targets.
  init(_ fragments: [SymbolGraph.Fragment], _ types: [String: Symbol.Target]) {
    var fragments = fragments[...]
    while let fragment = fragments.popFirst() {
      let kind = Symbol.Piece.Kind(rawValue: fragment.kind) ?? .text
      var (text, target) = (fragment.spelling, fragment.preciseIdentifier)
      // The name of an attribute that a type gives comes by itself.
      if kind == .attribute, text == "@", let name = fragments.popFirst() {
        (text, target) = (text + name.spelling, name.preciseIdentifier)
      }
      let word = String(text.prefix { $0 != " " })
      if kind == .attribute, Declaration.silent.contains(word) {
        if word == text, fragments.first?.spelling.first == " " {
          fragments[fragments.startIndex].spelling.removeFirst()
        }
      } else if kind == .type, text == "MainActor", pieces.last?.text.hasSuffix("@") == true {
        // In a closure's type the compiler does not call it an attribute.
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

  /// Adds the promises of a type, where it does not name what it promises itself.
  mutating func add(_ promises: [Symbol.Target]) {
    guard !pieces.contains(where: { $0.text.contains(":") }) else { return }
    for (number, promise) in promises.enumerated() {
      pieces.append(Symbol.Piece(.text, number == 0 ? ": " : ", "))
      pieces.append(Symbol.Piece(.type, promise.path.joined(separator: "."), target: promise))
    }
  }
}
