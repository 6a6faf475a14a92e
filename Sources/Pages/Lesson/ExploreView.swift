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

  /// The frames of a figure whose anchor is `id`.
  init(_ figure: Figure, over sweep: Sweep, id: String, _ vocabulary: Vocabulary) {
    let names = figure.frames.indices.map { "\(id)-\($0 + 1)" }
    let drawings = frameViews(figure.frames, ids: names.map { "\($0)-frame" }, vocabulary)
    let frames = figure.frames.enumerated().map { index, frame -> HTML in
      let name = names[index]
      let checked: HTML? = index == 0 ? " checked" : nil
      return """
        <input type="radio" name="\(id)-value" id="\(name)"\(checked)>\
        <label for="\(name)">\(raised(words(of: sweep[frame])))</label>
        <div class="frame">
        \(drawings[index])
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
