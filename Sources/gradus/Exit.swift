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

/// Says what kept the laboratory from working.
func exit(for fault: Fault) -> ExitCode {
  printError("\(fault)")
  return switch fault.kind {
  case .machine: ExitCode(74)
  case .ours: ExitCode(70)
  case .interrupted: ExitCode(130)
  }
}
