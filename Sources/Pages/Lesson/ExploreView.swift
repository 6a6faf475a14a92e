import Charts
import Drawing
import Markup
import Records

/// The frames of an explore figure, of which a reader selects one.
///
/// Each frame follows its radio button, so the style sheet alone can show the selected one; a printed
/// page shows all.
struct ExploreView {
  let html: HTML

  /// Renders the frames of the figure with the anchor `id`, each with its drawing.
  init(_ figure: Figure, over sweep: Sweep, id: String, drawings: [HTML]) {
    let frames = zip(figure.frames, drawings).enumerated().map { index, pair -> HTML in
      let (frame, drawing) = pair
      let name = "\(id).\(index + 1)"
      let checked: HTML? = index == 0 ? " checked" : nil
      return """
        <input type="radio" name="\(id).value" id="\(name)"\(checked)>\
        <label for="\(name)">\(htmlNotation(words(of: sweep[frame])))</label>
        <div class="frame">
        \(drawing)
        </div>

        """
    }
    html = """
      <fieldset class="frames"><legend>\(htmlNotation(sweep.variable))</legend>
      <div class="slider"></div>
      \(frames)</fieldset>
      """
  }
}
