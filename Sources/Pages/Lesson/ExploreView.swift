import Charts
import Drawing
import Markup
import Records

/// The frames of a figure, of which a reader chooses one by its value.
///
/// Each frame follows the radio button that chooses it, so the style sheet alone shows the chosen
/// one; in print all stand below each other.
struct ExploreView {
  let html: HTML

  /// The frames of a figure whose anchor is `id`, each with its drawing.
  init(_ figure: Figure, over sweep: Sweep, id: String, _ drawings: [HTML]) {
    let frames = zip(figure.frames, drawings).enumerated().map { index, pair -> HTML in
      let (frame, drawing) = pair
      let name = "\(id).\(index + 1)"
      let checked: HTML? = index == 0 ? " checked" : nil
      return """
        <input type="radio" name="\(id).value" id="\(name)"\(checked)>\
        <label for="\(name)">\(raised(words(of: sweep[frame])))</label>
        <div class="frame">
        \(drawing)
        </div>

        """
    }
    html = """
      <fieldset class="frames"><legend>\(raised(sweep.variable))</legend>
      <div class="slider"></div>
      \(frames)</fieldset>
      """
  }
}
