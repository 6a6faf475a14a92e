import Charts
import Lessons
import Records

/// The names of a page's places, never twice the same.
///
/// Some belong to things that have names: `fig-decay`, `claim-peak`, `note-1`. They are reserved before
/// any heading gets one, so that a heading "Note 1" is another place. What only a page's own markup
/// refers to has a dot in its name, as `fig-decay.1` has, which neither a heading's words nor an
/// author's name brings along.
struct Anchors: Codable, Equatable {
  /// The place of a page's text, to which its skip link leads.
  static let text = "text"

  private var places: Set<String>
  private var reserved: Set<String> = []

  /// The places that every page has.
  init(_ places: Set<String> = [Anchors.text]) { self.places = places }

  /// Whether a place has this name.
  func contains(_ name: String) -> Bool { places.contains(name) }

  /// Whether a name belongs to a part that every page has, or to a thing of this page.
  func isReserved(_ name: String) -> Bool { name == Self.text || reserved.contains(name) }

  /// Keeps names for the things that have them.
  mutating func reserve(_ names: some Sequence<String>) { reserved.formUnion(names) }

  /// Notes a name that a place has of its own.
  mutating func take(_ name: String) { places.insert(name) }

  /// The anchor of a heading: its words in small letters, joined by hyphens, in any script.
  mutating func anchor(for words: String) -> String {
    let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
    let base = parts.isEmpty ? "section" : parts.joined(separator: "-")
    var name = base
    var count = 1
    while reserved.contains(name) || !places.insert(name).inserted {
      count += 1
      name = "\(base)-\(count)"
    }
    return name
  }

  /// The place that is nearest to a name that no place has, as a question.
  func nearest(to name: String) -> String? {
    suggestion(for: "#\(name)", among: places.sorted().map { "#\($0)" })
  }
}

extension MeasuredLesson {
  /// The names of the page's places that belong to things with names.
  var namedPlaces: [String] {
    let bindings = Bindings(lesson)
    let names = [
      Reference.Kind.figure: figures.map(\.name), .table: tables.map(\.name),
      .equation: lesson.equations.map(\.label), .cell: lesson.cells.compactMap(\.options.label),
    ]
    return names.flatMap { kind, names in names.map { "\(kind.rawValue)-\($0)" } }
      + claims.flatMap { ["claim-\($0.name)", "measured-\($0.name)"] }
      + (bindings.citations.isEmpty ? [] : ["works"]) + bindings.citations.map { "cite-\($0.key)" }
      + lesson.namedPlaces
  }
}

extension Lesson {
  /// The places of the notes, and of the formulas that have a label.
  var namedPlaces: [String] {
    footnotes.indices.flatMap { ["note-\($0 + 1)", "note-\($0 + 1)-back"] }
      + equations.map { "eq-\($0.label)" }
  }
}
