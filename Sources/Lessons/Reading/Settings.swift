internal import Yams

/// A YAML mapping that stands somewhere in the course, read key by key.
///
/// Each reading takes its key; `finish` reports the keys that nobody took, with the nearest name.
struct Settings {
  /// What the mapping and its keys are called in messages.
  struct Subject {
    let whole: String
    let key: String
    var code = Diagnostic.Code.course

    static let frontMatter = Subject(whole: "front matter", key: "front matter key", code: .form)
    static let cell = Subject(whole: "list of cell options", key: "cell option", code: .form)
    static let course = Subject(whole: "course", key: "course key")
    static let remoteCache = Subject(whole: "remote cache", key: "key of a remote cache")
    static let part = Subject(whole: "part", key: "key of a part")
    static let work = Subject(whole: "work", key: "key of a work")
    static let name = Subject(whole: "author", key: "key of an author")
  }

  private let subject: Subject
  private let file: String
  private let firstLine: Int
  private var mapping: [(key: String, line: Int, value: Node)] = []
  private var known: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads YAML whose first line is line `firstLine` of `file`.
  init(_ yaml: String, of subject: Subject, file: String, firstLine: Int) {
    self.subject = subject
    self.file = file
    self.firstLine = firstLine
    do throws(Diagnostic) {
      mapping = try entries(of: yaml)
    } catch {
      diagnostics = [error]
    }
  }

  private func entries(of yaml: String) throws(Diagnostic)
    -> [(key: String, line: Int, value: Node)]
  {
    let root: Node?
    do {
      root = try compose(yaml: yaml.withoutByteOrderMark)
    } catch {
      throw notYAML(error, yaml)
    }
    guard let root, root != Node("") else { return [] }
    guard case .mapping(let mapping) = root else {
      throw .error(
        subject.code, Place(file: file, line: firstLine),
        "the \(subject.whole) is not a list of 'key: value' lines")
    }
    return mapping.map { ($0.string ?? "", line(of: $0), $1) }
  }

  /// Reads YAML that is a list of mappings, each with the line where it begins.
  static func list(
    _ yaml: String, of subject: Subject, file: String, diagnostics: inout [Diagnostic]
  ) -> [Settings] {
    let whole = Settings("", of: subject, file: file, firstLine: 1)
    do {
      guard let root = try compose(yaml: yaml.withoutByteOrderMark) else { return [] }
      guard case .sequence(let items) = root else {
        diagnostics.append(
          .error(
            subject.code, Place(file: file), "the file is not a list of entries that begin with '-'"
          ))
        return []
      }
      return items.map { Settings($0, of: subject, file: file, outer: whole) }
    } catch {
      diagnostics.append(whole.notYAML(error, yaml))
      return []
    }
  }

  /// The line on which a key is written for the second time.
  private func secondLine(of key: String, in yaml: String) -> Int {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let keyLines = lines.indices.filter { index in
      lines[index].prefixMatch(of: /[\s\-{]*["']?([^"':]+?)["']?\s*:/).map { $0.1 == key } ?? false
    }
    return firstLine + (keyLines.dropFirst().first ?? 0)
  }

  private func notYAML(_ error: any Error, _ yaml: String) -> Diagnostic {
    var line = firstLine
    var problem = "\(error)"
    switch error {
    case YamlError.scanner(_, let words, let mark, _), YamlError.parser(_, let words, let mark, _),
      YamlError.composer(_, let words, let mark, _):
      line += mark.line - 1
      problem = words
    case YamlError.duplicatedKeysInMapping(let names, _):
      problem = "'\(names.joined(separator: "', '"))' stands there twice"
      line = secondLine(of: names.first ?? "", in: yaml)
    default: break
    }
    return .error(
      subject.code, Place(file: file, line: line),
      "the \(subject.whole) is not valid YAML: \(problem)")
  }

  private func line(of node: Node) -> Int { firstLine + (node.mark?.line ?? 1) - 1 }

  /// A place in the file.
  func place(onLine line: Int) -> Place { Place(file: file, line: line) }

  /// The place of a key, or the mapping's first line where it has none.
  func place(of key: String) -> Place {
    Place(file: file, line: mapping.first { $0.key == key }?.line ?? firstLine)
  }
}

extension Settings {
  /// The place where the mapping begins.
  var firstPlace: Place { Place(file: file, line: mapping.map(\.line).min() ?? firstLine) }

  /// The lines of the keys.
  var lines: [String: Int] {
    Dictionary(mapping.map { ($0.key, $0.line) }) { first, _ in first }
  }

  private mutating func take(_ key: String) -> Node? {
    known.append(key)
    return mapping.first { $0.key == key }?.value
  }

  private mutating func refuse(_ key: String, _ expected: String, help: String? = nil) {
    diagnostics.append(
      .error(subject.code, place(of: key), "'\(key)' must be \(expected)", help: help))
  }

  /// The text under a key.
  mutating func string(_ key: String) -> String? {
    guard let node = take(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      refuse(key, "a text")
      return nil
    }
    return scalar.string
  }

  /// The whole number under a key, if it lies in `range`.
  mutating func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = take(key) else { return nil }
    guard case .scalar(let scalar) = node, let number = Int(scalar.string), range ~= number else {
      let limit = range.upperBound == .max ? "from \(range.lowerBound)" : "in \(range)"
      refuse(key, "a whole number \(limit)")
      return nil
    }
    return number
  }

  /// The truth under a key.
  mutating func bool(_ key: String) -> Bool? {
    guard let node = take(key) else { return nil }
    if case .scalar(let scalar) = node, let truth = Bool(scalar.string) { return truth }
    refuse(key, "true or false")
    return nil
  }

  /// The word under a key, one of `words`.
  mutating func choice<Word: RawRepresentable>(_ key: String, of words: [Word]) -> Word?
  where Word.RawValue == String {
    guard let node = take(key) else { return nil }
    let names = words.map(\.rawValue)
    if case .scalar(let scalar) = node, let word = Word(rawValue: scalar.string) { return word }
    refuse(
      key, "one of \(names.joined(separator: ", "))",
      help: node.string.flatMap { suggestion(for: $0, among: names) })
    return nil
  }

  /// The texts under a key, each with its line; one text alone counts as a list of one.
  mutating func strings(_ key: String) -> [(text: String, line: Int)] {
    guard let node = take(key) else { return [] }
    if case .scalar(let scalar) = node { return [(scalar.string, line(of: node))] }
    guard case .sequence(let items) = node else {
      refuse(key, "a list")
      return []
    }
    return items.map { ($0.string ?? "", line(of: $0)) }
  }

  /// The mapping under a key.
  mutating func mapping(_ key: String, of subject: Subject) -> Settings? {
    take(key).map { Settings($0, of: subject, file: file, outer: self) }
  }

  /// The mappings in the list under a key.
  mutating func mappings(_ key: String, of subject: Subject) -> [Settings] {
    guard let node = take(key) else { return [] }
    guard case .sequence(let items) = node else {
      refuse(key, "a list")
      return []
    }
    return items.map { Settings($0, of: subject, file: file, outer: self) }
  }

  private init(_ node: Node, of subject: Subject, file: String, outer: Settings) {
    self.subject = subject
    self.file = file
    firstLine = outer.firstLine
    guard case .mapping(let pairs) = node else {
      diagnostics = [
        .error(
          subject.code, Place(file: file, line: outer.line(of: node)),
          "each \(subject.whole) is a list of 'key: value' lines")
      ]
      return
    }
    mapping = pairs.map { ($0.string ?? "", outer.line(of: $0), $1) }
  }

  /// All that was wrong, the keys that nobody took among it.
  func finish() -> [Diagnostic] {
    let unknown = mapping.filter { !known.contains($0.key) }.map { entry in
      Diagnostic.error(
        subject.code, Place(file: file, line: entry.line), "unknown \(subject.key) '\(entry.key)'",
        help: suggestion(for: entry.key, among: known))
    }
    return diagnostics + unknown
  }
}
