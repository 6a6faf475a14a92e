import ArgumentParser
import Laboratory
import Publishing

/// Performs work that can fail for reasons outside the course; prints the reason and throws the exit
/// code that sysexits defines for it.
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

/// Prints why sessions could not run, and returns the exit code; an interruption is reported elsewhere.
func exit(for fault: Fault) -> any Error {
  if fault.kind == .interrupted { return CancellationError() }
  printError("\(fault)")
  return ExitCode(fault.kind == .ours ? 70 : 74)
}
