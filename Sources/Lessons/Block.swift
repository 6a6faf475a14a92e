/// A piece of a lesson that stands on lines of its own.
public enum Block: Equatable, Sendable {
  /// A paragraph.
  case paragraph([Inline])
  /// A heading inside the lesson, of level 2 to 6.
  case heading(level: Int, [Inline], line: Int)
  /// Items, numbered from `start` or with bullets; a tight list has no paragraphs.
  case list(start: Int?, tight: Bool, [[Block]])
  /// A quotation.
  case quote([Block])
  /// A block that teaches: a note, a prediction, an exercise.
  case alert(Alert)
  /// Code that is shown and not run.
  case code(language: String, String)
  /// Code that runs.
  case cell(Cell)
  /// A break between two thoughts.
  case thematicBreak
}

/// A piece of a line.
public enum Inline: Equatable, Sendable {
  /// Plain text.
  case text(String)
  /// Text in the typewriter's letters.
  case code(String)
  /// Emphasised.
  case emphasis([Inline])
  /// Strongly emphasised.
  case strong([Inline])
  /// A link out of the lesson or within it.
  case link(destination: String, title: String, [Inline])
  /// A break that the author forced.
  case lineBreak
  /// The end of a line in the source.
  case softBreak
  /// A value that the lesson's program computes.
  case value(InlineValue)
  /// Words bound to a claim that a cell makes.
  case claim(String, [Inline], line: Int)
  /// A reference to something numbered; without words it takes those of its target.
  case reference(Reference, [Inline], line: Int)
}

/// What a reference leads to.
public struct Reference: Equatable, Sendable {
  /// What kind of thing it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A figure that a cell draws.
    case figure = "fig"
    /// A table that a cell makes.
    case table = "tbl"
    /// A cell with a label.
    case cell
    /// Another lesson.
    case lesson
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// Its name.
  public var name: String
}

/// A block that teaches, in the form of GitHub's alerts.
public struct Alert: Equatable, Sendable {
  /// What it is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// GitHub's five.
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"
    /// A question whose answer opens on demand.
    case predict = "PREDICT"
    /// Something to do, with its hints and its solution.
    case exercise = "EXERCISE"
    /// Help with an exercise.
    case hint = "HINT"
    /// An exercise's answer, closed at first.
    case solution = "SOLUTION"
    /// A common mistake.
    case misconception = "MISCONCEPTION"
    /// What to take home.
    case keyPoints = "KEYPOINTS"
  }

  /// What it is for.
  public var kind: Kind
  /// The words after the kind, on its line.
  public var title: [Inline]
  /// What it holds.
  public var body: [Block]
  /// Where it begins.
  public var line: Int
}

extension [Inline] {
  /// The words alone, without markup; a computed value leaves its expression.
  public var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): inner.plainText
      case .claim(_, let inner, _), .reference(_, let inner, _): inner.plainText
      case .lineBreak, .softBreak: " "
      case .value(let value): value.code
      }
    }.joined()
  }
}
