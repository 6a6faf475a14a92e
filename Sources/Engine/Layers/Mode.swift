/// Whether a layer is being trained or only used.
///
/// Layers that do one thing in training and another in use, such as ``BatchNorm`` and ``Dropout``, hold
/// one; all copies of such a layer share it.
public final class Mode {
  /// Whether the layer is being trained, as every layer is at first.
  public internal(set) var isTraining = true

  init() {}
}

extension Module {
  /// Lets all layers within behave as in training, which they do at first.
  public func train() { Traversal(self).modes.forEach { $0.isTraining = true } }

  /// Lets all layers within behave as in use: batch norm goes by its running statistics, and dropout
  /// drops nothing.
  public func eval() { Traversal(self).modes.forEach { $0.isTraining = false } }
}
