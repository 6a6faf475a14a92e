/// Runs `body` without putting its operations on record: for evaluation, and for changing parameters.
public func noGrad<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Recording.$isOn.withValue(false, operation: body)
}

enum Recording {
  @TaskLocal static var isOn = true
}
