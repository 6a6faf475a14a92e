import Drawing
import Markup
import Testing

@Suite struct LetteringTests {
  @Test(
    "superscripts are raised digits, and what follows comes back down",
    arguments: [
      ("10⁻⁶", "10<tspan class=\"sup\" dy=\"-5\">−6</tspan>"),
      (
        "below 10⁻⁵ at x² < 3",
        "below 10<tspan class=\"sup\" dy=\"-5\">−5</tspan><tspan dy=\"5\"> at x</tspan>"
          + "<tspan class=\"sup\" dy=\"-5\">2</tspan><tspan dy=\"5\"> &lt; 3</tspan>"
      ),
      ("10⁰¹²³⁴⁵⁶⁷⁸⁹⁺ⁿ", "10<tspan class=\"sup\" dy=\"-5\">0123456789+n</tspan>"),
      ("plain", "plain"), ("<b>&", "&lt;b&gt;&amp;"), ("", ""),
    ])
  func spans(_ words: String, _ expected: String) {
    #expect(Lettering.spans(words).text == expected)
  }
}
