import ArgumentParser
import Laboratory
import Publishing

/// Does what may fail for reasons that are not the course's; says why and ends with the exit code
/// that sysexits has for it.
func orFail<Result, Failure: Error>(
  _ body: () async throws(Failure) -> Result
) async throws -> Result {
  do {
    return try await body()
  } catch let fault as Fault {
    throw exit(for: fault)
  } catch let refusal as Refusal {
    printError("\(refusal)")
    throw ExitCode(refusal.isOfCommandLine ? 64 : 74)
  } catch {
    printError("error: \(error)")
    throw ExitCode(74)
  }
}

/// Says what kept the laboratory from working; that it was interrupted, whoever ends says.
func exit(for fault: Fault) -> any Error {
  if fault.kind == .interrupted { return CancellationError() }
  printError("\(fault)")
  return ExitCode(fault.kind == .ours ? 70 : 74)
}
