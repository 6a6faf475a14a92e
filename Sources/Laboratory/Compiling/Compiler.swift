internal import Foundation
internal import Glibc
internal import Lessons

/// Makes executables of programs.
struct Compiler {
  /// What a compilation gave.
  struct Compilation {
    /// What the compiler said of the lesson.
    var diagnostics: [Diagnostic]
    /// Whether there is something to run.
    var succeeded: Bool
  }

  let installation: Installation
  /// Compiled modules of the system, kept from one program to the next.
  let modules: ModuleCache

  /// Compiles a program to the scratch's executable.
  func compile(_ program: Program, in scratch: Scratch) async throws(Fault) -> Compilation {
    try await run(on: program, in: scratch, output: linking + ["-o", scratch.executable])
  }

  /// Compiles a program for what the compiler says of it.
  ///
  /// Whether a variable is set before it is read shows in the intermediate language only.
  func check(_ program: Program, in scratch: Scratch) async throws(Fault) -> Compilation {
    try await run(on: program, in: scratch, output: ["-emit-sil", "-o", "/dev/null"])
  }

  private func run(on program: Program, in scratch: Scratch, output: [String]) async throws(Fault)
    -> Compilation
  {
    try scratch.write(program.source, to: scratch.source)
    let (ending, words) = try await modules.use(
      orElse: scratch.modules, isExplained: { isExplained($0, program) }
    ) { modules throws(Fault) in
      try await swiftc(arguments + output + ["-module-cache-path", modules], in: scratch)
    }
    let messages = CompilerMessage.all(in: words)
    let whole = program.diagnostics(messages)
    if ending == .exited(0) { return Compilation(diagnostics: whole, succeeded: true) }
    guard messages.contains(where: { $0.severity == .error }) else {
      if let reason = diskReason(in: words) { throw .unwritable(scratch.folder, reason) }
      return Compilation(diagnostics: [failure(of: program, words)], succeeded: false)
    }
    let diagnostics = whole.believed(besides: try await syntaxErrors(in: program, scratch))
    guard diagnostics.hasErrors else {
      throw .generatedProgram(of: program.file, messages.map(\.text).joined(separator: "; "))
    }
    return Compilation(diagnostics: diagnostics, succeeded: false)
  }

  /// Whether the compiler succeeded, or found an error in the lesson that is none of the modules'.
  private func isExplained(_ answer: (ending: Command.Ending, words: String), _ program: Program)
    -> Bool
  {
    if answer.ending == .exited(0) { return true }
    guard case .exited = answer.ending else { return false }
    let errors = program.diagnostics(CompilerMessage.all(in: answer.words)).filter {
      $0.severity == .error
    }
    let ofModules = /module file|precompiled file|\.pcm\b|could not build|missing required module/
    return !errors.isEmpty && !errors.contains { $0.summary.contains(ofModules) }
  }

  /// What is wrong with steps each parsed by itself.
  func syntaxErrors(in program: Program, _ scratch: Scratch) async throws(Fault) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    for step in program.steps {
      try scratch.write(program.part(step), to: scratch.source)
      let (_, words) = try await swiftc(["-parse"], in: scratch)
      errors += program.diagnostics(CompilerMessage.all(in: words), of: step)
    }
    return errors
  }

  /// What every program is compiled with, whatever the machine.
  ///
  /// Line tables are all that a backtrace needs, and they compile faster than variables do.
  static let flags = [
    "-Onone", "-gline-tables-only", "-module-name", Program.module, "-swift-version", "6",
    "-default-isolation", "MainActor",
  ]

  private var arguments: [String] {
    var arguments = Compiler.flags
    for folder in [installation.modules] + installation.headers { arguments += ["-I", folder] }
    return arguments
  }

  private var linking: [String] {
    ["-L", installation.libraries, "-lNotebook"]
      + ["-Xlinker", "-rpath", "-Xlinker", installation.libraries]
  }

  private func swiftc(_ arguments: [String], in scratch: Scratch) async throws(Fault)
    -> (ending: Command.Ending, words: String)
  {
    let ending = try await Command(
      executable: installation.compiler,
      arguments: arguments + ["-diagnostic-style", "llvm", Program.mainFile],
      folder: scratch.folder, output: scratch.compilerWords, errors: scratch.compilerWords
    ).run()
    return (ending, scratch.text(scratch.compilerWords))
  }

  /// Why the disk refused what the compiler or the linker wrote.
  private func diskReason(in words: String) -> String? {
    let reasons = [ENOSPC, EDQUOT, EROFS, EACCES, ENOTDIR].map { String(cString: strerror($0)) }
    return reasons.first(where: words.contains)
  }

  /// The compiler failed without a word about the program: it crashed, or the linker refused.
  private func failure(of program: Program, _ words: String) -> Diagnostic {
    let reason = words.firstMatch(of: /error: (.*)/)
    return .compilerFailed(
      at: Place(file: program.file, line: program.steps.first?.line ?? 1),
      words: reason.map { String($0.1) })
  }
}
