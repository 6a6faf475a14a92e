internal import Yams

/// A YAML mapping in a file of the course, read key by key.
///
/// Each read marks its key as known; `finish` reports the unknown keys, with a suggestion.
struct YAMLSettings {
  /// The names of a mapping and its keys in messages.
  struct Subject {
    let whole: String
    let key: String
    var code = Diagnostic.Code.course

    static let frontMatter = Subject(whole: "front matter", key: "front matter key", code: .form)
    static let cell = Subject(whole: "list of cell options", key: "cell option", code: .form)
    static let course = Subject(whole: "course", key: "course key")
    static let remoteCache = Subject(whole: "remote cache", key: "remote cache key")
    static let part = Subject(whole: "part", key: "part key")
    static let work = Subject(whole: "work", key: "work key")
    static let author = Subject(whole: "author", key: "author key")
  }

  private let subject: Subject
  private let file: String
  private let firstLine: Int
  private var mapping: [(key: String, line: Int, value: Node)] = []
  private var known: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Parses YAML whose first line is line `firstLine` of `file`.
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
      throw yamlError(error, yaml)
    }
    guard let root, root != Node("") else { return [] }
    guard case .mapping(let mapping) = root else {
      throw .error(
        subject.code, Place(file: file, line: firstLine),
        "the \(subject.whole) is not a list of 'key: value' lines")
    }
    return mapping.map { ($0.string ?? "", line(of: $0), $1) }
  }

  /// Parses YAML that is a list of mappings.
  static func list(
    _ yaml: String, of subject: Subject, file: String, diagnostics: inout [Diagnostic]
  ) -> [YAMLSettings] {
    let whole = YAMLSettings("", of: subject, file: file, firstLine: 1)
    do {
      guard let root = try compose(yaml: yaml.withoutByteOrderMark) else { return [] }
      guard case .sequence(let items) = root else {
        diagnostics.append(
          .error(
            subject.code, Place(file: file), "the file is not a list of entries that begin with '-'"
          ))
        return []
      }
      return items.map { YAMLSettings($0, of: subject, file: file, outer: whole) }
    } catch {
      diagnostics.append(whole.yamlError(error, yaml))
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

  private func yamlError(_ error: any Error, _ yaml: String) -> Diagnostic {
    var line = firstLine
    var problem = "\(error)"
    switch error {
    case YamlError.scanner(_, let message, let mark, _),
      YamlError.parser(_, let message, let mark, _),
      YamlError.composer(_, let message, let mark, _):
      line += mark.line - 1
      problem = message
    case YamlError.duplicatedKeysInMapping(let names, _):
      problem = "duplicate key '\(names.joined(separator: "', '"))'"
      line = secondLine(of: names.first ?? "", in: yaml)
    default: break
    }
    return .error(
      subject.code, Place(file: file, line: line),
      "the \(subject.whole) is not valid YAML: \(problem)")
  }

  private func line(of node: Node) -> Int { firstLine + (node.mark?.line ?? 1) - 1 }

  /// The place of a line in the file.
  func place(onLine line: Int) -> Place { Place(file: file, line: line) }

  /// The place of a key; the mapping's first line if it does not have the key.
  func place(of key: String) -> Place {
    Place(file: file, line: mapping.first { $0.key == key }?.line ?? firstLine)
  }
}

extension YAMLSettings {
  /// The place where the mapping begins.
  var firstPlace: Place { Place(file: file, line: mapping.map(\.line).min() ?? firstLine) }

  /// The line of each key.
  var lines: [String: Int] {
    Dictionary(mapping.map { ($0.key, $0.line) }) { first, _ in first }
  }

  /// The value of a key, which is then known.
  private mutating func value(of key: String) -> Node? {
    known.append(key)
    return mapping.first { $0.key == key }?.value
  }

  private mutating func reportType(_ key: String, _ expected: String, help: String? = nil) {
    diagnostics.append(
      .error(subject.code, place(of: key), "'\(key)' must be \(expected)", help: help))
  }

  /// The string under a key.
  mutating func string(_ key: String) -> String? {
    guard let node = value(of: key) else { return nil }
    guard case .scalar(let scalar) = node else {
      reportType(key, "a string")
      return nil
    }
    return scalar.string
  }

  /// The integer under a key, if it is in `range`.
  mutating func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = value(of: key) else { return nil }
    guard case .scalar(let scalar) = node, let number = Int(scalar.string), range ~= number else {
      let limit = range.upperBound == .max ? "from \(range.lowerBound)" : "in \(range)"
      reportType(key, "a whole number \(limit)")
      return nil
    }
    return number
  }

  /// The boolean under a key.
  mutating func bool(_ key: String) -> Bool? {
    guard let node = value(of: key) else { return nil }
    if case .scalar(let scalar) = node, let bool = Bool(scalar.string) { return bool }
    reportType(key, "true or false")
    return nil
  }

  /// The value under a key, one of `choices`.
  mutating func choice<Choice: RawRepresentable>(_ key: String, of choices: [Choice]) -> Choice?
  where Choice.RawValue == String {
    guard let node = value(of: key) else { return nil }
    let names = choices.map(\.rawValue)
    if case .scalar(let scalar) = node, let choice = Choice(rawValue: scalar.string) {
      return choice
    }
    reportType(
      key, "one of \(names.joined(separator: ", "))",
      help: node.string.flatMap { suggestion(for: $0, among: names) })
    return nil
  }

  /// The strings in the list under a key, each with its line; a single string counts as a list of
  /// one.
  mutating func strings(_ key: String) -> [(text: String, line: Int)] {
    guard let node = value(of: key) else { return [] }
    if case .scalar(let scalar) = node { return [(scalar.string, line(of: node))] }
    guard case .sequence(let items) = node else {
      reportType(key, "a list")
      return []
    }
    return items.map { ($0.string ?? "", line(of: $0)) }
  }

  /// The mapping under a key.
  mutating func mapping(_ key: String, of subject: Subject) -> YAMLSettings? {
    value(of: key).map { YAMLSettings($0, of: subject, file: file, outer: self) }
  }

  /// The mappings in the list under a key.
  mutating func mappings(_ key: String, of subject: Subject) -> [YAMLSettings] {
    guard let node = value(of: key) else { return [] }
    guard case .sequence(let items) = node else {
      reportType(key, "a list")
      return []
    }
    return items.map { YAMLSettings($0, of: subject, file: file, outer: self) }
  }

  private init(_ node: Node, of subject: Subject, file: String, outer: YAMLSettings) {
    self.subject = subject
    self.file = file
    firstLine = outer.firstLine
    guard case .mapping(let pairs) = node else {
      diagnostics = [
        .error(
          subject.code, Place(file: file, line: outer.line(of: node)),
          "each \(subject.whole) must be a list of 'key: value' lines")
      ]
      return
    }
    mapping = pairs.map { ($0.string ?? "", outer.line(of: $0), $1) }
  }

  /// All problems found, including the unknown keys.
  func finish() -> [Diagnostic] {
    let unknown = mapping.filter { !known.contains($0.key) }.map { entry in
      Diagnostic.error(
        subject.code, Place(file: file, line: entry.line), "unknown \(subject.key) '\(entry.key)'",
        help: suggestion(for: entry.key, among: known))
    }
    return diagnostics + unknown
  }
}
