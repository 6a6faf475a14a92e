import ArgumentParser
import CLinux
import Foundation
import Sharing

/// Replaces this process with another program, with the same arguments.
///
/// The program starts as if from a shell: with default signal handlers and no open files but the
/// three standard ones.
///
/// - Throws: An exit code if the program cannot be started, after printing why.
func replaceProcess(with program: String) throws {
  close_range(3, .max, Int32(GRADUS_CLOSE_RANGE_CLOEXEC))
  for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  var noSignals = sigset_t()
  sigemptyset(&noSignals)
  pthread_sigmask(SIG_SETMASK, &noSignals, nil)
  Credentials.own.restoreToEnvironment()
  var arguments = ([program] + CommandLine.arguments.dropFirst()).map { strdup($0) } + [nil]
  execv(program, &arguments)
  printError("error: '\(program)' cannot be started: \(String(cString: strerror(errno)))")
  throw ExitCode(74)
}
