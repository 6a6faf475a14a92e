import Engine
import Foundation
import Testing

/// A file of values that PyTorch computed in double precision.
struct Reference: Decodable {
  var cases: [Case]

  /// The file `reference.json` beside the tests, recorded by `record/operations.py`.
  static let committed = read(
    Bundle.module.url(forResource: "reference", withExtension: "json"))

  /// Cases of optimisers, schedules, clipping, initialisers and measures, recorded by `record/training.py`.
  static let training = read(
    Bundle.module.url(forResource: "training", withExtension: "json", subdirectory: "record"))

  /// Cases that are missing in `reference.json`, recorded by `record/layers.py`.
  static let layers = read(
    Bundle.module.url(forResource: "layers", withExtension: "json", subdirectory: "record"))

  /// The file given by `GRADUS_REFERENCE`, by default the committed one.
  static let chosen =
    ProcessInfo.processInfo.environment["GRADUS_REFERENCE"]
    .map { read(URL(fileURLWithPath: $0)) } ?? committed

  private static func read(_ url: URL?) -> Reference {
    guard let url else { fatalError("the tests' bundle lacks a reference") }
    do {
      return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    } catch {
      fatalError("\(url.path) is not a reference file: \(error)")
    }
  }
}

/// One computation with its expected values.
struct Case: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var op: String
  var attributes: [String: Attribute]
  var inputs: [String: Values]?
  var integers: [String: Integers]?
  var output: Values?
  var upstream: Values?
  var gradients: [String: Values]?
  var gradientNorms: [String: Double]?
  var trace: [Values]?
  var results: [String: Values]?

  var testDescription: String { name }

  enum CodingKeys: String, CodingKey {
    case name, op, attributes, inputs, integers, output, upstream, gradients, trace, results
    case gradientNorms = "gradient_norms"
  }
}

struct Values: Decodable, Sendable {
  var shape: [Int]
  var data: [Double]

  /// A new tensor of these values that requires a gradient.
  var parameter: Tensor { Tensor(data.map { Float($0) }, shape: shape, requiresGrad: true) }
  var constant: Tensor { Tensor(data.map { Float($0) }, shape: shape) }
}

/// Integers nested to any depth, row by row.
struct Integers: Decodable, Sendable {
  var shape: [Int]
  var flat: [Int]

  init(from decoder: any Decoder) throws {
    if let single = try? decoder.singleValueContainer().decode(Int.self) {
      shape = []
      flat = [single]
    } else {
      let parts = try decoder.singleValueContainer().decode([Integers].self)
      shape = [parts.count] + (parts.first?.shape ?? [])
      flat = parts.flatMap(\.flat)
    }
  }
}

enum Attribute: Decodable, Equatable, Sendable {
  case flag(Bool)
  case number(Double)
  case text(String)
  case none

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .none
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }
}

extension Case {
  func number(_ name: String) -> Double? {
    guard case .number(let number)? = attributes[name] else { return nil }
    return number
  }

  func flag(_ name: String) -> Bool { attributes[name] == .flag(true) }

  func text(_ name: String) -> String? {
    guard case .text(let text)? = attributes[name] else { return nil }
    return text
  }

  /// The key of the function that computes the case: its operation, for networks with the normalisation and
  /// for optimisers with the name.
  var task: String {
    switch op {
    case "network": text("normalisation").map { "network with \($0) norm" } ?? "network"
    case "optimiser": "optimiser \(name.prefix { $0 != " " })"
    default: op
    }
  }
}
