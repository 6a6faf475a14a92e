import Foundation
import Symbols
import Testing

/// The symbols that a handbook takes from symbol graphs.
@Suite struct HandbookTests {
  /// A graph of some symbols and relationships, each given as JSON.
  private func graph(_ symbols: [String], _ relations: [String] = []) throws -> SymbolGraph {
    let text = """
      {"symbols": [\(symbols.joined(separator: ","))],
       "relationships": [\(relations.joined(separator: ","))]}
      """
    return try JSONDecoder().decode(SymbolGraph.self, from: Data(text.utf8))
  }

  /// A symbol in the compiler's JSON; `file` is nil for a synthesised one.
  private func symbol(
    _ path: String, kind: String = "struct", _ declaration: [(kind: String, text: String)] = [],
    comment: String? = "Words.", file: String? = "/home/gradus/Sources/M/Layers/File.swift",
    line: Int = 0, extending module: String? = nil
  ) -> String {
    let names = path.split(separator: "/").map { "\"\($0)\"" }.joined(separator: ",")
    let fragments = declaration.map { kind, text in
      let type = kind == "typeIdentifier" ? ", \"preciseIdentifier\": \"\(text)\"" : ""
      return "{\"kind\": \"\(kind)\", \"spelling\": \"\(text)\"\(type)}"
    }
    let lines = comment.map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "{\"text\": \"\($0)\"}" }.joined(separator: ",")
    }
    return """
      {"kind": {"identifier": "swift.\(kind)"}, "identifier": {"precise": "\(path)"},
       "pathComponents": [\(names)],
       "declarationFragments": [\(fragments.joined(separator: ","))]
       \(lines.map { ", \"docComment\": {\"lines\": [\($0)]}" } ?? "")
       \(module.map { ", \"swiftExtension\": {\"extendedModule\": \"\($0)\"}" } ?? "")
       \(file.map { ", \"location\": {\"uri\": \"file://\($0)\", \"position\": {\"line\": \(line)}}" }
          ?? "")}
      """
  }

  private func conforms(_ type: String, to protocolName: String, only: Bool = false) -> String {
    let constraints = only ? ", \"swiftConstraints\": [{}]" : ""
    return """
      {"kind": "conformsTo", "source": "\(type)", "target": "\(protocolName)"\(constraints)}
      """
  }

  private func witness(_ member: String) -> String {
    "{\"kind\": \"memberOf\", \"source\": \"\(member)\", \"target\": \"T\", \"sourceOrigin\": {}}"
  }

  private func names(_ graph: SymbolGraph) -> [String] {
    Handbook([("M", [graph])]).chapters[0].symbols.map(\.fullName)
  }

  private func declaration(_ symbol: Symbol) -> String {
    symbol.declaration.map(\.text).joined()
  }

  @Test func aSymbolHasItsPathLocationAndComment() throws {
    let graph = try graph([
      symbol(
        "Linear/weight", kind: "property",
        [("keyword", "let"), ("text", " "), ("identifier", "weight")], comment: "One.\n\nTwo.",
        line: 6)
    ])
    let found = try #require(Handbook([("M", [graph])]).chapters[0].symbols.first)
    #expect(found.kind == .property && found.path == ["Linear", "weight"])
    #expect(found.fullName == "Linear.weight" && found.owner == "Linear")
    #expect(found.comment == "One.\n\nTwo.")
    #expect(found.file == "Sources/M/Layers/File.swift" && found.line == 7)
    #expect(found.topic == "Layers")
    #expect(declaration(found) == "let weight")
  }

  @Test func topicsAreFoldersOrFiles() {
    let files = ["Sources/M/Claims.swift", "Sources/M/Table+CSV.swift", "Sources/M/A/B/C.swift"]
    let topics = files.map {
      Symbol(.function, ["f()"], declaration: [], comment: "", file: $0, line: 1).topic
    }
    #expect(topics == ["Claims", "Table", "A"])
  }

  @Test func symbolsAreInOrderOfFilesAndLines() throws {
    let folder = "/x/Sources/M/"
    let graph = try graph([
      symbol("C", file: folder + "b.swift"), symbol("B", file: folder + "a.swift", line: 9),
      symbol("A", file: folder + "a.swift", line: 1),
    ])
    #expect(names(graph) == ["A", "B", "C"])
  }

  @Test func synthesisedAndPrivateSymbolsAreLeftOut() throws {
    let graph = try graph(
      [
        symbol("Kept"), symbol("Kept/init(from:)", kind: "init", file: nil),
        symbol("_begin()", kind: "func"), symbol("_Hidden/x", kind: "property"),
        symbol("Elsewhere", file: "/x/Sources/Other/File.swift"),
        symbol("Builder", kind: "enum", [("attribute", "@resultBuilder")]),
        symbol("Builder/buildBlock(_:)", kind: "type.method"),
        symbol("Int/datum", kind: "property", extending: "Swift"),
        symbol("Int/own", kind: "property", extending: "Swift"),
        symbol("Kept/value", kind: "property", extending: "M"), symbol("Strange", kind: "planet"),
      ], [witness("Int/datum"), witness("Kept/value")])
    #expect(Set(names(graph)) == ["Kept", "Builder", "Int.own", "Kept.value"])
  }

  @Test func declarationsOmitConcurrencyAttributes() throws {
    let pieces = [
      ("attribute", "@discardableResult"), ("text", " "), ("attribute", "@"),
      ("attribute", "MainActor"), ("text", " "), ("keyword", "func"), ("text", " "),
      ("identifier", "f"), ("text", "("), ("attribute", "@"), ("attribute", "Builder"),
      ("text", " "), ("externalParam", "marks"), ("text", ": "), ("attribute", "@escaping "),
      ("text", "() -> ()"),
    ]
    let graph = try graph([symbol("f(marks:)", kind: "func", pieces)])
    let found = try #require(Handbook([("M", [graph])]).chapters[0].symbols.first)
    #expect(declaration(found) == "func f(@Builder marks: () -> ()")
    #expect(found.declaration.first == Symbol.Piece(.keyword, "func"))
  }

  @Test(
    "the parameter for the line of the call is not shown",
    arguments: [
      (["name", ": ", "T", ", ", "line", ": ", "Int", " = ", "#line", ")"], "f(name: T)"),
      (["line", ": ", "Int", " = ", "#line", ", ", "draw", ": () -> T)"], "f(draw: () -> T)"),
      (["of", ": T..., ", "line", ": ", "Int", " = ", "#line", ") -> T"], "f(of: T...) -> T"),
      (["line", ": ", "Int", " = ", "#line", ")"], "f()"),
      (["line", ": ", "Int", " = 2)"], "f(line: Int = 2)"),
    ])
  func callLine(_ parameters: [String], _ expected: String) throws {
    let pieces = (["f", "("] + parameters).map { ("text", $0) }
    let comment = "Words.\n\n- Parameters:\n  - name: A name.\n  - line: The place."
    let graph = try graph([symbol("f(name:line:)", kind: "func", pieces, comment: comment)])
    let found = try #require(Handbook([("M", [graph])]).chapters[0].symbols.first)
    #expect(declaration(found) == expected)
    let isShown = expected.contains("line")
    #expect(found.fullName == (isShown ? "f(name:line:)" : "f(name:)"))
    #expect(
      found.comment == "Words.\n\n- Parameters:\n  - name: A name."
        + (isShown ? "\n  - line: The place." : ""))
  }

  @Test func aTypeListsConformancesThatAreNotImplied() throws {
    let graph = try graph(
      [
        symbol("Layer", [("keyword", "struct"), ("text", " "), ("identifier", "Layer")]),
        symbol("Activation", kind: "protocol"), symbol("Module", kind: "protocol"),
        symbol("Other", kind: "protocol"),
      ],
      [
        conforms("Layer", to: "Module"), conforms("Layer", to: "Activation"),
        conforms("Activation", to: "Module"), conforms("Layer", to: "Other", only: true),
        conforms("Layer", to: "Sendable"),
      ])
    let layer = try #require(
      Handbook([("M", [graph])]).chapters[0].symbols.first { $0.fullName == "Layer" })
    #expect(declaration(layer) == "struct Layer: Activation")
    #expect(layer.declaration.last?.target == Symbol.Target(module: "M", path: ["Activation"]))
  }

  @Test func typesOfAllModulesAreTargets() throws {
    let engine = try graph([symbol("Tensor", file: "/x/Sources/E/T.swift")])
    let other = try graph([
      symbol("f(_:)", kind: "func", [("typeIdentifier", "Tensor"), ("typeIdentifier", "Int")])
    ])
    let book = Handbook([("E", [engine]), ("M", [other])])
    let pieces = try #require(book.chapters[1].symbols.first).declaration
    #expect(pieces.map(\.target) == [Symbol.Target(module: "E", path: ["Tensor"]), nil])
  }

  @Test func handbooksCanBeEncodedAndDecoded() throws {
    let graph = try graph([symbol("Linear", [("keyword", "struct"), ("typeIdentifier", "Linear")])])
    let book = Handbook([("M", [graph])])
    let data = try JSONEncoder().encode(book)
    #expect(try JSONDecoder().decode(Handbook.self, from: data) == book)
  }

  @Test func undocumentedSymbolsAreListed() throws {
    let graph = try graph([
      symbol("A", comment: nil), symbol("B"), symbol("C/init(from:)", comment: nil, file: nil),
      symbol("A/x", kind: "property", comment: nil),
    ])
    #expect(graph.undocumented == ["A", "A.x"])
  }
}
