/// The words that determine the meaning of a number next to them, in several languages.
///
/// All are lower case.
enum NumberWords {
  /// Words after a percentage.
  static let percent = [
    "%", "percent", "per cent", "percentage points", "percentage point", "pct", "prozentpunkte",
    "prozent", "pour cent", "por ciento", "per cento", "por cento", "procent", "процентов",
    "процента", "процент", "パーセント", "퍼센트",
  ]

  /// Words that multiply the number before them.
  static let scales: [(word: String, factor: Double)] = [
    ("thousand", 1e3), ("tausend", 1e3), ("mille", 1e3), ("mil", 1e3), ("millionths", 1e-6),
    ("thousandths", 1e-3), ("hundredths", 1e-2), ("tenths", 0.1), ("millionen", 1e6),
    ("millions", 1e6), ("million", 1e6), ("millones", 1e6), ("milliarden", 1e9),
    ("milliards", 1e9), ("milliarde", 1e9), ("milliard", 1e9), ("billion", 1e9),
    ("trillion", 1e12), ("‰", 1e-3), ("permille", 1e-3), ("promille", 1e-3), ("百万", 1e6),
    ("千万", 1e7), ("万", 1e4), ("亿", 1e8), ("成", 0.1), ("k", 1e3),
  ]

  /// Words before an upper bound.
  static let atMost = [
    "less than", "fewer than", "no more than", "not more than", "never more than", "at most",
    "below", "under", "up to", "within", "smaller than", "lower than", "not over", "never over",
    "not above", "never above", "no greater than", "no larger than", "<", "≤", "weniger als",
    "höchstens", "unter", "kleiner als", "maximal", "bis zu", "nicht mehr als", "nie mehr als",
    "少于", "小于", "不到", "低于", "至多", "最多", "不超过", "moins de", "au plus", "menos de",
  ]

  /// Words before a lower bound.
  static let atLeast = [
    "more than", "at least", "over", "above", "no less than", "not less than", "never less than",
    "no fewer than", "not under", "never under", "not below", "never below", "greater than",
    "larger than", "higher than", "exceeds", "exceed", "beyond", ">", "≥", "mehr als",
    "mindestens", "über", "größer als", "nicht weniger als", "nie weniger als", "超过", "大于",
    "至少", "多于", "高于", "plus de", "au moins", "más de",
  ]

  /// Words after a lower bound.
  static let orMore = ["or more", "or better", "oder mehr", "以上", "ou plus"]
  /// Words after an upper bound.
  static let orLess = ["or less", "or fewer", "oder weniger", "以下", "ou moins"]

  /// Words between a count and its total.
  static let of = [
    "out of the", "out of all", "out of", "of the", "of all", "of", "von den", "von allen", "von",
    "aus", "sur les", "sur", "de los", "de las",
  ]

  /// Words that make the number after them a label.
  static let labels: Set<String> = [
    "layer", "layers", "lesson", "lessons", "step", "steps", "epoch", "epochs", "figure", "figures",
    "fig", "table", "tables", "equation", "equations", "eq", "section", "sections", "chapter",
    "chapters", "exercise", "exercises", "example", "seed", "seeds", "line", "lines", "row",
    "rows", "column", "columns", "class", "classes", "digit", "digits", "head", "block", "blocks",
    "version", "page", "pages", "run", "runs", "experiment", "no", "unit",

    "neuron", "cell", "batch", "task", "question", "level", "stage", "year", "schicht", "schichten",
    "lektion", "lektionen", "schritt", "schritte", "epoche", "epochen", "abbildung", "abb",
    "tabelle", "gleichung", "abschnitt", "kapitel", "teil", "übung", "aufgabe", "zeile", "spalte",
    "klasse", "ziffer", "seite", "nummer", "nr", "lauf", "jahr", "couche", "leçon", "étape",
    "figura", "capa", "paso",
  ]

  /// Words that make the number before them a setting of the experiment.
  static let settings: Set<String> = [
    "layer", "layers", "step", "steps", "epoch", "epochs", "block", "blocks", "seed", "seeds",
    "run", "runs", "unit", "units", "network", "networks", "digit", "digits", "class", "classes",
    "neuron", "neurons", "head", "heads", "example", "examples", "batch", "batches", "iteration",
    "iterations", "picture", "pictures", "symbol", "symbols", "input", "inputs", "output",
    "outputs", "weight", "weights", "parameter", "parameters", "place", "places", "row", "rows",
    "column", "columns", "number", "numbers", "trial", "trials", "sample", "samples", "updates",
    "schichten", "schritte", "schritten", "epochen", "blöcke", "blöcken", "netze", "netzen",
    "läufe", "läufen", "gewichte", "gewichten", "zahlen", "bilder", "bildern", "couches", "capas",
    "层", "步", "轮", "次", "个",
  ]

  /// Words after a share that was added.
  static let growth: Set<String> = [
    "more", "larger", "greater", "higher", "longer", "faster", "better", "above", "mehr", "größer",
    "höher", "länger", "schneller",
  ]
  /// Words after a share that was subtracted.
  static let loss: Set<String> = [
    "less", "smaller", "fewer", "lower", "shorter", "slower", "worse", "below", "weniger",
    "kleiner", "niedriger", "kürzer", "langsamer",
  ]

  /// The words for small numbers.
  static let cardinals: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100,
  ]

  /// The words for parts, in singular and plural.
  static let parts: [String: Int] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8,
    "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100,
    "hundredths": 100, "thousandth": 1000, "thousandths": 1000, "millionth": 1_000_000,
    "millionths": 1_000_000,
  ]

  /// Fractions that are a single character.
  static let fractions: [Character: Double] = [
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
    "⅑": 1 / 9, "⅒": 1 / 10,
  ]

  /// Superscript digits and signs.
  static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+",
  ]

  /// Parses a whole number below 10,000 in Chinese: 九十 is 90, 三百零五 is 305.
  static func chinese(_ text: some StringProtocol) -> Int? {
    let digits: [Character: Int] = [
      "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
      "八": 8, "九": 9,
    ]
    let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    var total = 0
    var digit = 0
    for (place, character) in text.enumerated() {
      if let value = digits[character] {
        digit = value
      } else if let unit = units[character] {
        total += (digit == 0 && place == 0 ? 1 : digit) * unit
        digit = 0
      } else {
        return nil
      }
    }
    return text.isEmpty ? nil : total + digit
  }
}
