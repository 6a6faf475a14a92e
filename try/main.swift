import Foundation
import Markup
import Typesetting

func ms(_ label: String, _ n: Int = 1, _ body: () throws -> Void) rethrows {
  let d = try ContinuousClock().measure(body)
  print(label, Double(d.components.attoseconds) / 1e15 / Double(n) + Double(d.components.seconds) * 1000 / Double(n), "ms")
}
let folder = "/tmp/x/cache"
let templates = ["x", "w_{ij}", "\\sigma'(z_k)", "\\frac{\\partial L}{\\partial w_{ij}} = \\sum_k \\delta_k \\sigma'(z_k) w_{kj}", "\\lVert \\nabla f \\rVert_2", "\\begin{aligned} a &= b + c \\\\ d &= \\sqrt{e} \\end{aligned}", "0.25^{10}", "\\mathbf{W} \\in \\mathbb{R}^{m \\times n}", "\\prod_{i=1}^{n} f'(x_i)", "\\text{slope} \\le \\tfrac14"]
let cell = """
let network = Sequential { Linear(2, 16, using: &generator); Sigmoid(); Linear(16, 1, using: &generator) }
var optimiser = SGD(learningRate: 0.1)
for step in 1...1000 {
  let loss = meanSquaredError(network(inputs), targets)
  loss.backward()  // fills the gradients
  optimiser.step(network.parameters)
  if step % 100 == 0 { print("step \\(step): loss \\(format(loss.item, digits: 3))") }
}
claim("trained", network.loss, atMost: 0.01)
"""
func run(_ t: Typesetter, _ lessons: Int) throws -> Int {
  var total = 0
  for l in 0..<lessons {
    for i in 0..<50 { total += try t.formula(templates[i % 10] + " + a_{\(l)\(i)}", display: i % 3 == 0).text.utf8.count }
    for i in 0..<30 { total += t.highlighted(cell + "// \(l) \(i)", language: "swift")?.text.utf8.count ?? 0 }
  }
  return total
}
var t = try Typesetter(cache: folder)
if CommandLine.arguments.count > 1 {
  let lessons = Int(CommandLine.arguments[1])!
  try ms("init") { t = try Typesetter(cache: folder) }
  try ms("first lookup") { _ = try t.formula("x", display: false) }
  try ms("lesson (of \(lessons))", lessons) { print(try run(t, lessons)) }
  print("starts", t.fontFiles(usedIn: [try t.formula("\\mathbf{x}", display: true).text]).map(\.name))
} else {
  try? FileManager.default.removeItem(atPath: folder)
  for _ in 0..<3 {
  t = try Typesetter()
  try ms("load+first formula") { _ = try t.formula("x", display: false) }
  ms("load+first cell") { _ = t.highlighted("x", language: "swift") }
  try ms("50 formulas and 30 cells cold") { print(try run(t, 1)) }
  try ms("formula") { for i in 0..<20 { _ = try t.formula(templates[3] + "\(i)", display: true) } }
  ms("cell", 20) { for i in 0..<20 { _ = t.highlighted(cell + "\(i)", language: "swift") } }
  try ms("again") { print(try run(t, 1)) }
  let page = try (0..<50).map { try t.formula(templates[$0 % 10], display: true).text }.joined()
  ms("fonts") { print(t.fontFiles(usedIn: [page]).count, page.utf8.count) }
  }
}
if CommandLine.arguments.count > 2 {
  ms("cells only", 1000) { for i in 0..<1000 { _ = t.highlighted(cell + "// 0 \(i % 30)", language: "swift") } }
  try ms("formulas only", 1000) { for i in 0..<1000 { _ = try t.formula(templates[i % 10] + " + a_{0\(i % 50)}", display: i % 3 == 0) } }
}
if CommandLine.arguments.count > 3 { for _ in 0..<20 { for i in 0..<1000 { _ = t.highlighted(cell + "// 0 \(i % 30)", language: "swift") } } }
