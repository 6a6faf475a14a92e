internal import Foundation
internal import Glibc
internal import Lessons

/// Compiles programs with `swiftc`.
struct Compiler {
  /// The result of a compilation.
  struct Compilation {
    /// The compiler's messages about the lesson.
    var diagnostics: [Diagnostic]
    /// Whether the program compiled.
    var succeeded: Bool
  }

  let installation: Installation
  /// Compiled system modules, shared by all programs.
  let modules: ModuleCache

  /// Compiles a program to the executable of the scratch folder.
  func compile(_ program: Program, in scratch: ScratchFolder) async throws(Fault) -> Compilation {
    try await run(on: program, in: scratch, options: linking + ["-o", scratch.executable])
  }

  /// Compiles a program for its diagnostics only.
  ///
  /// It emits SIL because definite initialisation is checked there.
  func check(_ program: Program, in scratch: ScratchFolder) async throws(Fault) -> Compilation {
    try await run(on: program, in: scratch, options: ["-emit-sil", "-o", "/dev/null"])
  }

  private func run(on program: Program, in scratch: ScratchFolder, options: [String])
    async throws(Fault)
    -> Compilation
  {
    try scratch.write(program.source, to: scratch.source)
    let (ending, output) = try await modules.use(
      fallback: scratch.modules, isExplained: { isExplained($0, program) }
    ) { modules throws(Fault) in
      try await swiftc(arguments + options + ["-module-cache-path", modules], in: scratch)
    }
    let messages = CompilerMessage.all(in: output)
    let whole = program.diagnostics(messages)
    if ending == .exited(0) { return Compilation(diagnostics: whole, succeeded: true) }
    guard messages.contains(where: { $0.severity == .error }) else {
      if let reason = diskError(in: output) { throw .unwritable(scratch.folder, reason) }
      return Compilation(diagnostics: [failure(of: program, output)], succeeded: false)
    }
    let diagnostics = whole.withoutCascades(
      syntaxErrors: try await syntaxErrors(in: program, scratch))
    guard diagnostics.hasErrors else {
      throw .generatedProgram(of: program.file, messages.map(\.text).joined(separator: "; "))
    }
    return Compilation(diagnostics: diagnostics, succeeded: false)
  }

  /// Whether the compiler succeeded, or found an error in the lesson that damaged modules do not
  /// cause.
  private func isExplained(_ result: (ending: Command.Ending, output: String), _ program: Program)
    -> Bool
  {
    if result.ending == .exited(0) { return true }
    guard case .exited = result.ending else { return false }
    let errors = program.diagnostics(CompilerMessage.all(in: result.output)).filter {
      $0.severity == .error
    }
    let ofModules = /module file|precompiled file|\.pcm\b|could not build|missing required module/
    return !errors.isEmpty && !errors.contains { $0.summary.contains(ofModules) }
  }

  /// Returns the syntax errors of the steps, each parsed separately.
  func syntaxErrors(in program: Program, _ scratch: ScratchFolder) async throws(Fault)
    -> [Diagnostic]
  {
    var errors: [Diagnostic] = []
    for step in program.steps {
      try scratch.write(program.part(step), to: scratch.source)
      let (_, output) = try await swiftc(["-parse"], in: scratch)
      errors += program.diagnostics(CompilerMessage.all(in: output), of: step)
    }
    return errors
  }

  /// The flags for every program on every machine.
  ///
  /// Backtraces need line tables only, which compile faster than full debug information.
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

  private func swiftc(_ arguments: [String], in scratch: ScratchFolder) async throws(Fault)
    -> (ending: Command.Ending, output: String)
  {
    let ending = try await Command(
      executable: installation.compiler,
      arguments: arguments + ["-diagnostic-style", "llvm", Program.mainFile],
      folder: scratch.folder, output: scratch.compilerOutput, errors: scratch.compilerOutput
    ).run()
    return (ending, scratch.text(scratch.compilerOutput))
  }

  /// The reason why the compiler or the linker could not write, from its output; nil if it could.
  private func diskError(in output: String) -> String? {
    let reasons = [ENOSPC, EDQUOT, EROFS, EACCES, ENOTDIR].map { String(cString: strerror($0)) }
    return reasons.first(where: output.contains)
  }

  /// The diagnostic for a compiler that failed without an error in the program: it crashed, or the
  /// linker failed.
  private func failure(of program: Program, _ output: String) -> Diagnostic {
    let reason = output.firstMatch(of: /error: (.*)/)
    return .compilerFailed(
      at: Place(file: program.file, line: program.steps.first?.line ?? 1),
      message: reason.map { String($0.1) })
  }
}
