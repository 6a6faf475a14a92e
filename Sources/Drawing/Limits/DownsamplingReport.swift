import Charts

/// What a drawing shows less of than its chart has, because all of it would be too heavy.
struct DownsamplingReport {
  /// Marks that are left out one by one.
  enum Kind: Int, CaseIterable {
    case points, bars, rectangles, ranges, arrows, rules, texts, annotations, edges
  }

  private var drawn = [Int](repeating: 0, count: Kind.allCases.count)
  private var all = [Int](repeating: 0, count: Kind.allCases.count)
  /// How far lines are from their data, in pixels, if that can be seen.
  private(set) var distance = 0.0
  /// How many bytes each kind of marks takes.
  private(set) var weights: [Int] = []

  /// Notes how many marks of a kind are drawn, and about how many bytes each takes.
  mutating func record(_ kind: Kind, drawn: Int, of all: Int, bytes: Int) {
    self.drawn[kind.rawValue] += drawn
    self.all[kind.rawValue] += all
    if drawn > 0 { weights.append(drawn * bytes) }
  }

  /// Notes lines that are drawn within a distance of their data.
  mutating func record(vertices: Int, within distance: Double, bytes: Int) {
    if distance > Downsampling.invisible { self.distance = max(self.distance, distance) }
    if vertices > 0 { weights.append(vertices * bytes) }
  }

  mutating func record(bytes: Int) { if bytes > 0 { weights.append(bytes) } }

  mutating func add(_ other: DownsamplingReport) {
    for index in all.indices {
      drawn[index] += other.drawn[index]
      all[index] += other.all[index]
    }
    distance = max(distance, other.distance)
    weights += other.weights
  }

  /// Sentences about what is left out or off.
  func sentences(in phrases: Vocabulary) -> [String] {
    Kind.allCases.compactMap { sentence(about: $0, in: phrases) }
      + [distanceSentence(in: phrases)].compactMap { $0 }
  }

  /// How many marks of a kind are drawn; nil if all are.
  func sentence(about kind: Kind, in phrases: Vocabulary) -> String? {
    let (drawn, all) = (drawn[kind.rawValue], all[kind.rawValue])
    return drawn < all
      ? phrases.sampled(kind, drawn: grouped(drawn), of: grouped(all)) : nil
  }

  /// How far lines are from their data; nil if nobody sees it.
  func distanceSentence(in phrases: Vocabulary) -> String? {
    distance == 0 ? nil : phrases.within(Numeral(distance, upTo: 2).description)
  }
}

/// A count with commas between thousands, from 1,000 on.
func grouped(_ count: Int) -> String {
  var text = ""
  for (index, digit) in String(count).enumerated() {
    if index > 0, (String(count).count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return text
}
