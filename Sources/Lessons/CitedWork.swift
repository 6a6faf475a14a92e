/// A bibliography entry from `references.yml`; the keys are those of CSL.
public struct CitedWork: Equatable, Sendable {
  /// An author of a work.
  public struct Author: Equatable, Sendable {
    /// The family name, or the whole name of an organization.
    public var family: String
    /// The given names, or their initials; empty for an organization.
    public var given: String

    /// Creates an author from the parts of a name.
    public init(family: String, given: String) {
      self.family = family
      self.given = given
    }
  }

  /// The key by which lessons cite it: `[@id]`.
  public var id: String
  /// The authors in order.
  public var authors: [Author] = []
  /// The title of the work.
  public var title = ""
  /// The year of publication.
  public var year = ""
  /// The journal, book or collection in which it appeared.
  public var container = ""
  /// The volume of the journal.
  public var volume = ""
  /// The issue of the volume.
  public var issue = ""
  /// The page range in the container.
  public var page = ""
  /// The kind of work, if it has to be named: `diploma thesis`.
  public var genre = ""
  /// The name of the publisher.
  public var publisher = ""
  /// Its digital object identifier.
  public var doi = ""
  /// The address, for a work without a DOI.
  public var url = ""

  /// Creates a work with only an id.
  public init(id: String) { self.id = id }
}

/// A citation of one work in the text.
public struct Citation: Equatable, Sendable {
  /// The id of the work in `references.yml`.
  public var key: String
  /// The text after the key: `, p. 3`.
  public var locator: String
  /// Whether the citation shows the authors with the year; false for `[-@id]`.
  public var namesAuthors = true
}
