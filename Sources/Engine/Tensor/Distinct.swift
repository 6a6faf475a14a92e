extension [Tensor] {
  /// These tensors, each once, in the order of their first places.
  var distinct: [Tensor] {
    var seen: Set<ObjectIdentifier> = []
    return filter { seen.insert(ObjectIdentifier($0)).inserted }
  }
}
