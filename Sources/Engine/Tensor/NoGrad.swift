/// Runs `body` without recording its operations for ``Tensor/backward()``: for evaluation, and for
/// changing parameters.
///
/// Rethrows what `body` throws.
public func noGrad<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Recording.$isOn.withValue(false, operation: body)
}

/// Whether operations are recorded for ``Tensor/backward()``.
enum Recording {
  @TaskLocal static var isOn = true
}
