import Testing
import Typesetting

@Suite struct TypesetterTests {
  @Test("engines are started once, when first needed")
  func lazyStart() throws {
    let typesetter = try Typesetter()
    _ = typesetter.styleSheet(with: [])
    _ = typesetter.fontFiles(usedIn: ["<span class=\"katex\">x</span>"])
    _ = typesetter.highlighted("x", language: "text")
    #expect(throws: TeXError.self) {
      try typesetter.formula(String(repeating: "x", count: 10_000), display: false)
    }
    #expect(typesetter.engineStarts == 0)
    for tex in ["a", "b", "a"] { _ = try typesetter.formula(tex, display: false) }
    #expect(typesetter.engineStarts == 1)
  }

  @Test("concurrent tasks get the same results as a single one")
  func concurrentTasks() async throws {
    let one = try Typesetter()
    let many = try Typesetter()
    await withTaskGroup { group in
      for index in 0..<200 {
        group.addTask {
          let number = index % 50
          let formula = try? many.formula("x_{\(number)}", display: number % 2 == 0)
          let code = many.highlighted("let a = \(number)", language: "swift")
          let wrong = #expect(throws: TeXError.self) {
            try many.formula("\\no\(number) x", display: false)
          }
          return (number, formula, code, wrong?.column)
        }
      }
      for await (number, formula, code, column) in group {
        #expect(formula == (try? one.formula("x_{\(number)}", display: number % 2 == 0)))
        #expect(code == one.highlighted("let a = \(number)", language: "swift"))
        #expect(formula != nil && code != nil && column == 1)
      }
    }
    #expect(many.engineStarts == 2)
  }
}
