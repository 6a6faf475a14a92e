import Lessons
import Pages
import Typesetting

/// Workloads that parse, typeset and render a lesson of 1, 10 and 100 times the usual length.
///
/// The text has 50 formulas, 30 listings, tables and notes per unit. From the second repetition on, the
/// typesetter has all of them in memory.
let pages: [String: @Sendable () -> () -> Void] = [
  "P1": { rendering(times: 1) }, "P10": { rendering(times: 10) }, "P100": { rendering(times: 100) },
]

private func rendering(times: Int) -> () -> Void {
  let text = (0..<times).map(lesson).joined()
  guard let typesetter = try? Typesetter() else { fatalError("packages are missing") }
  return {
    var diagnostics: [Diagnostic] = []
    let lesson = Lesson.parse(fragment: text, file: "lesson.md", diagnostics: &diagnostics)
    precondition(!Fragment(lesson, typesetter: typesetter).html.isEmpty && diagnostics.isEmpty)
  }
}

/// Ten sections like those of a real lesson.
private func lesson(_ number: Int) -> String {
  (0..<10).map { section in
    """
    ## Section \(section)

    The slope at $z_{\(section)}$ is $\\sigma'(z) = \\sigma(z)(1 - \\sigma(z))$, so *ten* layers leave
    `{swift} left` of the gradient, [less than a millionth](claim:left); see [](fig:decay).[^\(number)n\(section)]

    $$
    \\frac{\\partial L}{\\partial w_{\(section)}} = \\prod_{k} f_k
    $$

    > [!EXERCISE] How much is left with $w = \(section)$?
    > Compute it, for $n = \(number % 10)$ layers.

    | layer | factor |
    |------:|-------:|
    | 1     | 0.25   |

    \(listings(section))

    [^\(number)n\(section)]: A note with **strong** words and [a link](https://example.org).


    """
  }.joined()
}

private func listings(_ section: Int) -> String {
  (0..<3).map { listing in
    """
    ```{swift}
    let factor\(section)_\(listing) = Sigmoid.derivative(\(listing)) // at \(section)
    for layer in 0..<10 { print("layer \\(layer)", factor\(section)_\(listing)) }
    ```
    """
  }.joined(separator: "\n\n")
}
