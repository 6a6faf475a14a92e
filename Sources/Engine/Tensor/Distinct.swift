extension [Tensor] {
  /// These tensors without repetitions, in the order of first occurrence.
  var distinct: [Tensor] {
    var seen: Set<ObjectIdentifier> = []
    return filter { seen.insert(ObjectIdentifier($0)).inserted }
  }
}
