import Drawing
import Markup

/// Converts the notation of drawings to HTML: `10⁻⁷` becomes `10<sup>−7</sup>`, and `h_t` becomes
/// `h<sub>t</sub>`.
///
/// Fonts draw Unicode's superscripts at different sizes; `sup` elements are consistent.
func htmlNotation(_ text: String) -> HTML {
  Notation.runs(of: text).map { run -> HTML in
    switch run.level {
    case .baseline: "\(run.text)"
    case .raised: "<sup>\(run.text)</sup>"
    case .lowered: "<sub>\(run.text)</sub>"
    }
  }.joined()
}
