import Charts

/// What a drawing simplifies to fit its byte budget.
struct DownsamplingReport {
  /// The kinds of marks that are sampled.
  enum Kind: Int, CaseIterable {
    case points, bars, rectangles, ranges, arrows, rules, texts, annotations, edges
  }

  private var drawn = [Int](repeating: 0, count: Kind.allCases.count)
  private var all = [Int](repeating: 0, count: Kind.allCases.count)
  /// The maximum distance in pixels between lines and their data; 0 if invisible.
  private(set) var distance = 0.0
  /// The size in bytes of each kind of marks.
  private(set) var byteCounts: [Int] = []

  /// Records how many marks of a kind are drawn, and the approximate size of each.
  mutating func record(_ kind: Kind, drawn: Int, of all: Int, bytes: Int) {
    self.drawn[kind.rawValue] += drawn
    self.all[kind.rawValue] += all
    if drawn > 0 { byteCounts.append(drawn * bytes) }
  }

  /// Records lines that are drawn to within a distance of their data.
  mutating func record(vertices: Int, within distance: Double, bytes: Int) {
    if distance > Downsampling.invisible { self.distance = max(self.distance, distance) }
    if vertices > 0 { byteCounts.append(vertices * bytes) }
  }

  mutating func record(bytes: Int) { if bytes > 0 { byteCounts.append(bytes) } }

  mutating func add(_ other: DownsamplingReport) {
    for index in all.indices {
      drawn[index] += other.drawn[index]
      all[index] += other.all[index]
    }
    distance = max(distance, other.distance)
    byteCounts += other.byteCounts
  }

  /// Sentences about sampled marks and simplified lines.
  func sentences(in phrases: DrawingPhrases) -> [String] {
    Kind.allCases.compactMap { sentence(about: $0, in: phrases) }
      + [distanceSentence(in: phrases)].compactMap { $0 }
  }

  /// States how many marks of a kind are drawn; nil if all are.
  func sentence(about kind: Kind, in phrases: DrawingPhrases) -> String? {
    let (drawn, all) = (drawn[kind.rawValue], all[kind.rawValue])
    return drawn < all
      ? phrases.sampled(kind, drawn: grouped(drawn), of: grouped(all)) : nil
  }

  /// States how far lines can be from their data; nil if the difference is invisible.
  func distanceSentence(in phrases: DrawingPhrases) -> String? {
    distance == 0 ? nil : phrases.within(Numeral(distance, upTo: 2).description)
  }
}

/// A count with thousands separated by commas.
func grouped(_ count: Int) -> String {
  var text = ""
  for (index, digit) in String(count).enumerated() {
    if index > 0, (String(count).count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return text
}
