import ArgumentParser
import CLinux
import Foundation
import Sharing

/// Has another program take this one's place, with the same arguments.
///
/// It begins as if a shell had started it: signals do what they do by default, and of our files
/// it has the three that every program has.
///
/// - Throws: An exit code where it cannot be started, which is said.
func become(_ program: String) throws {
  close_range(3, .max, Int32(GRADUS_CLOSE_RANGE_CLOEXEC))
  for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  var none = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, nil)
  Credentials.own.giveBack()
  var arguments = ([program] + CommandLine.arguments.dropFirst()).map { strdup($0) } + [nil]
  execv(program, &arguments)
  printError("error: '\(program)' cannot be started: \(String(cString: strerror(errno)))")
  throw ExitCode(74)
}
