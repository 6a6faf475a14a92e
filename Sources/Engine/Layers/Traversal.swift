/// A recursive search of a module's parts that finds its parameters and modes; it visits every object
/// once.
struct Traversal {
  /// Every tensor that requires a gradient, with its path.
  private(set) var parameters: [(name: String, tensor: Tensor)] = []
  /// The modes of all layers that have one.
  private(set) var modes: [Mode] = []
  private var seen: Set<ObjectIdentifier> = []

  init(_ module: any Module) { visit(module, "") }

  private mutating func visit(_ value: Any, _ path: String) {
    if let tensor = value as? Tensor {
      if tensor.requiresGrad, isNew(tensor) { parameters.append((path, tensor)) }
    } else if let mode = value as? Mode {
      if isNew(mode) { modes.append(mode) }
    } else if !(value is any Optimiser || value is GradientMonitor) {
      visitParts(of: value, path)
    }
  }

  private mutating func visitParts(of value: Any, _ path: String) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .class where !isNew(value as AnyObject): break
    case .optional: mirror.children.forEach { visit($0.value, path) }
    case .dictionary: visitEntries(entries(of: mirror), path)
    case .set: visitUnordered(fields(of: mirror), path)
    default: visit((value as? any Module)?.children ?? fields(of: mirror), path)
    }
  }

  private mutating func visit(_ fields: [(name: String, value: Any)], _ path: String) {
    for (name, value) in fields { visit(value, path.isEmpty ? name : "\(path).\(name)") }
  }

  private mutating func visitEntries(_ entries: [(name: String, value: Any)], _ path: String) {
    let hasUniqueNames = Set(entries.map(\.name)).count == entries.count
    hasUniqueNames ? visit(entries, path) : visitUnordered(entries, path)
  }

  private mutating func visitUnordered(_ fields: [(name: String, value: Any)], _ path: String) {
    let found = parameters.count
    visit(fields, path)
    require(
      parameters.count == found,
      "namedParameters: the parameters in '\(path)' have no order; use an array instead of a set, "
        + "and keys that print differently in a dictionary")
  }

  private mutating func isNew(_ object: AnyObject) -> Bool {
    seen.insert(ObjectIdentifier(object)).inserted
  }
}

/// The parts of a value by name, those of a superclass first; those of an array or a tuple by index.
func fields(of mirror: Mirror) -> [(name: String, value: Any)] {
  let inherited = mirror.superclassMirror.map(fields) ?? []
  return inherited
    + mirror.children.enumerated().map { index, child in
      (child.label.map(plainName) ?? String(index), child.value)
    }
}

/// A field's label without the prefix that the compiler gives tuple elements and lazy properties.
private func plainName(_ label: String) -> String {
  for prefix in [".", "$__lazy_storage_$_"] where label.hasPrefix(prefix) {
    return String(label.dropFirst(prefix.count))
  }
  return label
}

/// A dictionary's values, named by their keys and in the order of the keys: integers by value, all others
/// by description.
private func entries(of dictionary: Mirror) -> [(name: String, value: Any)] {
  let pairs = dictionary.children.map { pair in
    let parts = Array(Mirror(reflecting: pair.value).children)
    return (key: parts[0].value, value: parts[1].value)
  }
  let named = pairs.map {
    (number: $0.key as? Int, name: String(describing: $0.key), value: $0.value)
  }
  return named.sorted { a, b in
    if let first = a.number, let second = b.number { return first < second }
    return a.name < b.name
  }.map { ($0.name, $0.value) }
}
