import Drawing
import Markup
import Testing

@Suite struct TextRenderingTests {
  @Test(
    "superscripts are raised and subscripts lowered",
    arguments: [
      ("10⁻⁶", "10<tspan class=\"sup\" dy=\"-5\">−6</tspan>"),
      (
        "below 10⁻⁵ at x² < 3",
        "below 10<tspan class=\"sup\" dy=\"-5\">−5</tspan><tspan dy=\"5\"> at x</tspan>"
          + "<tspan class=\"sup\" dy=\"-5\">2</tspan><tspan dy=\"5\"> &lt; 3</tspan>"
      ),
      ("10⁰¹²³⁴⁵⁶⁷⁸⁹⁺ⁿ", "10<tspan class=\"sup\" dy=\"-5\">0123456789+n</tspan>"),
      (
        "‖∂h_T/∂h_t‖",
        "‖∂h<tspan class=\"sup\" dy=\"4\">T</tspan><tspan dy=\"-4\">/∂h</tspan>"
          + "<tspan class=\"sup\" dy=\"4\">t</tspan><tspan dy=\"-4\">‖</tspan>"
      ),
      ("w_i²", "w<tspan class=\"sup\" dy=\"4\">i</tspan><tspan class=\"sup\" dy=\"-9\">2</tspan>"),
      ("plain", "plain"), ("<b>&", "&lt;b&gt;&amp;"), ("", ""),
    ])
  func spans(_ text: String, _ expected: String) {
    #expect(TextRendering.spans(text).text == expected)
  }
}
