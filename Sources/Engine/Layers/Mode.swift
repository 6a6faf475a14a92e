/// The mode of a layer: training or evaluation.
///
/// Layers that behave differently in training and evaluation, such as ``BatchNorm`` and ``Dropout``, hold
/// a mode; all copies of such a layer share it.
public final class Mode {
  /// Whether the layer is in training mode, which is the initial mode.
  public internal(set) var isTraining = true

  init() {}
}

extension Module {
  /// Switches all contained layers to training mode, which is the initial mode.
  public func train() { Traversal(self).modes.forEach { $0.isTraining = true } }

  /// Switches all contained layers to evaluation mode: batch normalisation uses its running statistics, and
  /// dropout returns its input.
  public func eval() { Traversal(self).modes.forEach { $0.isTraining = false } }
}
