internal import Engine

/// A lesson with one experiment of two cells and eight sections with formulas, footnotes and, in turn,
/// listings, tables and exercises.
struct GeneratedLesson {
  private let number: Int
  private let program: Int?
  private let experiment: Int
  private let revision: Int
  private var generator: SeededGenerator

  init(number: Int, program: Int?, experiment: Int, revision: Int, seed: Int) {
    self.number = number
    self.program = program
    self.experiment = experiment
    self.revision = revision
    generator = SeededGenerator(seed: seed)
  }

  var text: String {
    var lesson = self
    let head = """
      ---
      title: The signal's way, part \(number)
      description: What is left of a signal that many layers weaken?
      time: 15
      seed: \(program ?? 0)
      ---

      This text has been edited \(revision) times. \(lesson.paragraph())


      """
    let sections = (1...8).map { lesson.section($0) }
    return head + lesson.experimentText + sections.joined(separator: "\n")
  }

  /// The experiment; different programs differ in their first cell and seed.
  private var experimentText: String {
    guard let program else { return "" }
    return """
      ```{swift}
      let factor = 1 - \(program + 1).0 / \(program + 3) // experiment \(experiment)
      var signal = Tensor(1, requiresGrad: true)
      var left = [1.0]
      for _ in 0..<50 {
        signal = signal * Float(factor)
        left.append(Double(signal.item()))
      }
      print("a factor of", format(factor), "leaves", format(left[20]), "after twenty layers")
      ```

      ```{swift}
      //| echo: false
      claim("weaker", left[20], atMost: 1)
      figure("decay", alt: "A line falls from 1 to \\(format(left[50])).") {
        for (layer, value) in left.enumerated() { LineMark(x: layer, y: value) }
      }
      .title("The signal fades")
      .caption("What is left of a signal of 1.")
      .xAxis("layers").yAxis("signal", scale: .log)
      ```

      [The signal fades](claim:weaker): `{swift} left[20]` is left after some layers, see [](fig:decay).


      """
  }

  private mutating func section(_ section: Int) -> String {
    """
    ## \(capital(words(3)))

    \(paragraph()) With $w_{\(index())} = \\sigma(z_{\(index())})$, this is less.[^n\(section)]

    $$
    \(formula())
    $$

    \(paragraph()) \(paragraph())

    \(section.isMultiple(of: 2) ? listing() : table())

    \(section.isMultiple(of: 4) ? exercise() : paragraph())

    [^n\(section)]: \(sentence())

    """
  }

  private mutating func exercise() -> String {
    """
    > [!EXERCISE] \(capital(words(4)))
    > \(sentence())
    >
    > > [!SOLUTION]
    > > \(sentence()) It is $\(index())^n$.
    """
  }

  private mutating func listing() -> String {
    """
    ```swift
    let layer\(index()) = Linear(\(index()), 10, using: &generator) // \(words(2))
    for step in 0..<\(index()) { print("step \\(step)", loss.item()) }
    ```
    """
  }

  private mutating func table() -> String {
    let rows = (0..<3).map { _ in "| \(words(2)) | $\\sigma_{\(index())}$ |" }
    return (["| layer | factor |", "|---|---:|"] + rows).joined(separator: "\n")
  }

  /// One of a thousand formulas, since real lessons repeat each other's formulas.
  private mutating func formula() -> String {
    let formulas = [
      "\\frac{\\partial L}{\\partial w_{N}} = \\prod_{k=1}^{n} w_k\\,\\sigma'(z_k)",
      "\\lVert g_{N} \\rVert^2 = \\sum_{i} \\left( \\frac{\\partial L}{\\partial a_i} \\right)^2",
      "h_{N} = \\tanh(W h_{t-1} + U x_t + b)",
      "\\operatorname{Var}(a_{N}) = \\frac{2}{n} \\sum_{j=1}^{n} \\mathbb{E}[z_j^2]",
      "\\begin{aligned} m_{N} &= \\beta m + (1 - \\beta) g \\\\ w &\\leftarrow w - \\eta m \\end{aligned}",
    ]
    let form = formulas[Int.random(in: 0..<formulas.count, using: &generator)]
    return form.replacing("{N}", with: "{\(index())}")
  }

  private mutating func index() -> Int { Int.random(in: 1...200, using: &generator) }

  private mutating func paragraph() -> String {
    (0..<3).map { _ in sentence() }.joined(separator: " ")
  }

  private mutating func sentence() -> String {
    capital(words(Int.random(in: 8...16, using: &generator))) + "."
  }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in
      vocabulary[Int.random(in: 0..<vocabulary.count, using: &generator)]
    }.joined(separator: " ")
  }

  private func capital(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}

private let vocabulary = """
  a the each every one of to and but so with from through layer layers signal gradient gradients loss \
  weight weights slope factor network step learning rate chain product depth width error message way \
  back forward small large grows fades vanishes explodes keeps passes multiplies learns moves begins \
  ends never always often again first last next whole half *gently* **quickly** `backward()` by itself
  """.split(whereSeparator: \.isWhitespace).map(String.init)
