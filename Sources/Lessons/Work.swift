/// A work that lessons cite, as CSL describes works.
public struct Work: Equatable, Sendable {
  /// Somebody who wrote it.
  public struct Author: Equatable, Sendable {
    /// The family name, or a body's whole name.
    public var family: String
    /// The other names.
    public var given: String

    /// Somebody.
    public init(family: String, given: String) {
      self.family = family
      self.given = given
    }
  }

  /// What lessons call it: `[@id]`.
  public var id: String
  /// Who wrote it, in order.
  public var authors: [Author] = []
  /// Its title.
  public var title = ""
  /// The year in which it appeared.
  public var year = ""
  /// The journal, book or collection that holds it.
  public var container = ""
  /// The volume of the journal.
  public var volume = ""
  /// The issue of the volume.
  public var issue = ""
  /// The pages in it.
  public var page = ""
  /// What kind of work it is, where that needs a word: `diploma thesis`.
  public var genre = ""
  /// Who published it.
  public var publisher = ""
  /// Its digital object identifier.
  public var doi = ""
  /// Its address, where it has no identifier.
  public var url = ""

  /// A work, to be described.
  public init(id: String) { self.id = id }
}

/// A work that is cited.
public struct Citation: Equatable, Sendable {
  /// The work's name in `references.yml`.
  public var key: String
  /// What follows the key: `, p. 3`.
  public var locator: String
  /// Whether the authors are named beside the year; `[-@id]` follows words that name them.
  public var namesAuthors = true
}
