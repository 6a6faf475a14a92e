/// The parsed markup of a page as Gradus writes it, with attributes in double quotes and every tag
/// closed.
public struct PageMarkup {
  /// An element's opening tag.
  public struct Element {
    /// The element's tag name.
    public var name: String
    /// The attributes, with unescaped values.
    public var attributes: [String: String]
    /// The language of the element, which can be inherited.
    public var lang: String
    /// The writing direction of the element, which can be inherited.
    public var dir: String
    /// The names of the elements around it.
    public var ancestors: [String]
  }

  /// A piece of text.
  public struct Text {
    /// The element that contains it.
    public var element: Element
    /// The text with character references replaced.
    public var text: String
  }

  /// All elements, in order.
  public private(set) var elements: [Element] = []
  /// All text, in order.
  public private(set) var texts: [Text] = []
  /// The errors in the markup.
  public private(set) var problems: [String] = []
  private var open: [Element] = []

  /// Parses the HTML of a page.
  public init(_ html: String) {
    let bytes = Array(html.utf8)
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        add(text: String(decoding: bytes[place..<end], as: UTF8.self))
        place = end
        continue
      }
      place = readTag(bytes, from: place)
    }
    if let left = open.last { problems.append("<\(left.name)> is not closed") }
  }

  private mutating func add(text: String) {
    guard let element = open.last, !text.allSatisfy(\.isWhitespace) else { return }
    texts.append(Text(element: element, text: unescaped(text)))
  }

  /// Reads the tag at a position, and the raw text after a script or style tag; returns the next
  /// position.
  private mutating func readTag(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start + 1
    var isQuoted = false
    while end < bytes.count, isQuoted || bytes[end] != UInt8(ascii: ">") {
      if bytes[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
      end += 1
    }
    let tag = String(decoding: bytes[(start + 1)..<min(end, bytes.count)], as: UTF8.self)
    if tag.hasPrefix("!") { return end + 1 }
    if tag.hasPrefix("/") {
      close(String(tag.dropFirst()))
      return end + 1
    }
    let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
    begin(name, attributes(in: tag.dropFirst(name.count)), isEmpty: tag.hasSuffix("/"))
    guard name == "script" || name == "style" else { return end + 1 }
    let closing = Array("</\(name)".utf8)
    var stop = end + 1
    while stop + closing.count <= bytes.count,
      !bytes[stop..<(stop + closing.count)].elementsEqual(closing)
    {
      stop += 1
    }
    add(text: String(decoding: bytes[(end + 1)..<stop], as: UTF8.self))
    return stop
  }

  private mutating func begin(_ name: String, _ attributes: [String: String], isEmpty: Bool) {
    let outer = open.last
    let element = Element(
      name: name, attributes: attributes, lang: attributes["lang"] ?? outer?.lang ?? "",
      dir: attributes["dir"] ?? outer?.dir ?? "ltr", ancestors: open.map(\.name))
    elements.append(element)
    let isVoid = ["br", "hr", "img", "input", "link", "meta", "wbr"].contains(name)
    if !isEmpty, !isVoid { open.append(element) }
  }

  private mutating func close(_ name: String) {
    guard let last = open.popLast(), last.name == name else {
      return problems.append("</\(name)> closes no <\(name)>")
    }
  }
}

/// The attributes of a tag.
private func attributes(in tag: Substring) -> [String: String] {
  var attributes: [String: String] = [:]
  var rest = tag
  while let start = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
    let name = rest[start...].prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
    rest = rest[name.endIndex...]
    guard rest.hasPrefix("=\""), !name.isEmpty else {
      attributes[String(name)] = ""
      if name.isEmpty { break }
      continue
    }
    let value = rest.dropFirst(2).prefix { $0 != "\"" }
    attributes[String(name)] = unescaped(String(value))
    rest = rest[value.endIndex...].dropFirst()
  }
  return attributes
}

private func unescaped(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  return ["lt": "<", "gt": ">", "quot": "\"", "#x27": "'", "nbsp": " ", "NoBreak": "", "amp": "&"]
    .sorted { $0.key > $1.key }.filter { $0.key != "amp" }
    .reduce(text) { $0.replacing("&\($1.key);", with: $1.value) }
    .replacing("&amp;", with: "&")
}
