import Drawing
import Markup

/// Text in the notation of drawings, by the page's own type: `10⁻⁷` becomes `10<sup>−7</sup>`, and
/// `h_t` becomes `h<sub>t</sub>`.
///
/// Fonts differ in how they draw Unicode's superscripts; a `sup` is always even.
func raised(_ text: String) -> HTML {
  Notation.runs(of: text).map { run -> HTML in
    switch run.level {
    case .line: "\(run.text)"
    case .raised: "<sup>\(run.text)</sup>"
    case .lowered: "<sub>\(run.text)</sub>"
    }
  }.joined()
}
