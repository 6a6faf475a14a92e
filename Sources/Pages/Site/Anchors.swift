import Charts
import Lessons
import Records

/// The unique ids of a page.
///
/// The ids of named elements, such as `fig-decay`, `claim-peak` and `note-1`, are reserved before any
/// heading gets an id, so a heading "Note 1" gets another one. Ids that only the page's own markup
/// refers to contain a dot, like `fig-decay.1`, which cannot occur in the other ids.
struct Anchors: Codable, Equatable {
  /// The id of a page's text, the target of its skip link.
  static let text = "text"

  private var ids: Set<String>
  private var reserved: Set<String> = []

  /// Starts with the ids that every page has.
  init(_ ids: Set<String> = [Anchors.text]) { self.ids = ids }

  /// Whether an element has this id.
  func contains(_ id: String) -> Bool { ids.contains(id) }

  /// Whether an id belongs to the page's markup or to one of its named elements.
  func isReserved(_ id: String) -> Bool { id == Self.text || reserved.contains(id) }

  /// Reserves the ids of named elements.
  mutating func reserve(_ ids: some Sequence<String>) { reserved.formUnion(ids) }

  /// Adds the id of an element.
  mutating func register(_ id: String) { ids.insert(id) }

  /// Returns a new id for a heading: its words in lower case, joined by hyphens, in any script.
  mutating func anchor(for words: String) -> String {
    let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
    let base = parts.isEmpty ? "section" : parts.joined(separator: "-")
    var id = base
    var count = 1
    while reserved.contains(id) || !ids.insert(id).inserted {
      count += 1
      id = "\(base)-\(count)"
    }
    return id
  }

  /// A suggestion for a misspelled id: the most similar one, as a question.
  func suggestedID(for id: String) -> String? {
    suggestion(for: "#\(id)", among: ids.sorted().map { "#\($0)" })
  }
}

extension MeasuredLesson {
  /// The ids of the page's named elements.
  var namedIDs: [String] {
    let prose = ProseReferences(lesson)
    let names = [
      Reference.Kind.figure: figures.map(\.name), .table: tables.map(\.name),
      .equation: lesson.equations.map(\.label), .cell: lesson.cells.compactMap(\.options.label),
    ]
    return names.flatMap { kind, names in names.map { "\(kind.rawValue)-\($0)" } }
      + claims.flatMap { ["claim-\($0.name)", "measured-\($0.name)"] }
      + (prose.citations.isEmpty ? [] : ["works"]) + prose.citations.map { "cite-\($0.key)" }
      + lesson.namedIDs
  }
}

extension Lesson {
  /// The ids of the footnotes and of the labelled equations.
  var namedIDs: [String] {
    footnotes.indices.flatMap { ["note-\($0 + 1)", "note-\($0 + 1)-back"] }
      + equations.map { "eq-\($0.label)" }
  }
}
