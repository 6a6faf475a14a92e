import Foundation
import Testing

/// The mutations of `mutations.json` apply to the engine; `./gradus test --mutations` runs them.
@Suite struct MutationTableTests {
  private struct Table: Decodable {
    struct Mutation: Decodable {
      var name, file, find: String
      var within: String?
    }
    var mutations: [Mutation]
  }

  @Test func everyMutationMatchesOneExpression() throws {
    let root = BrowserScript.root
    let file = root.appending(path: "Tests/Mutations/mutations.json")
    let table = try JSONDecoder().decode(Table.self, from: try Data(contentsOf: file))
    #expect(table.mutations.count > 100)
    for mutation in table.mutations {
      let file = root.appending(path: "Sources/Engine/\(mutation.file)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let place = mutation.within ?? text
      #expect(mutation.within.map { text.ranges(of: $0).count } ?? 1 == 1, "\(mutation.name)")
      #expect(place.ranges(of: mutation.find).count == 1, "\(mutation.name)")
    }
  }
}
