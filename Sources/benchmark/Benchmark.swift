import ArgumentParser
import Foundation

/// Times workloads of the engine, the renderer and the build, and prints one JSON line for each.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Time training steps, rendering or builds, and print a JSON line for each workload.",
    discussion: """
      W1 to W8 are training steps of eight networks. P1, P10 and P100 parse, typeset and render a \
      lesson of 1, 10 and 100 times the usual length. 'drawing' and 'heatmap' draw a figure. B1 to \
      B5, B7 and B8 are builds; 'build' runs all of them except B8, which takes many minutes.
      """)

  @Argument(help: "Workloads to run. (default: W1 to W8)") var names: [String] = []
  @OptionGroup var builds: BuildOptions

  func validate() throws {
    let all = [steps.keys.sorted(), Builds.names, ["build"]].flatMap { $0 }
    if let unknown = names.first(where: { !all.contains($0) }) {
      throw ValidationError(
        "unknown workload '\(unknown)'; available: \(all.joined(separator: ", "))")
    }
  }

  func run() throws {
    let names = names.flatMap { $0 == "build" ? Builds.short : [$0] }
    if names.count == 1, let makeStep = steps[names[0]] {
      print(Measurement(of: names[0], step: makeStep()).line)
      return
    }
    for name in names.isEmpty ? workloads.keys.sorted() : names {
      if steps[name] == nil { try Builds(builds).run(name) } else { try runAlone(name) }
    }
  }

  private var steps: [String: @Sendable () -> () -> Void] {
    [workloads, pages, drawings].reduce(into: [:]) { all, some in all.merge(some) { $1 } }
  }

  /// Times a workload in a separate process, so that other workloads do not affect its memory.
  private func runAlone(_ name: String) throws {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = [name]
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw ExitCode(process.terminationStatus) }
  }
}
