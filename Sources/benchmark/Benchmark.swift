import Foundation

/// Times the engine's training steps: `benchmark [W1 …]` prints one JSON line for each workload.
///
/// Pages and figures are timed when they are asked for: `benchmark P1 P10 P100 drawing heatmap`.
@main
enum Benchmark {
  static func main() throws {
    let names = Array(CommandLine.arguments.dropFirst())
    let all = workloads.merging(pages) { engine, _ in engine }.merging(drawings) { other, _ in other
    }
    if let unknown = names.first(where: { all[$0] == nil }) {
      print("benchmark: no workload '\(unknown)'; there are \(all.keys.sorted())")
      exit(64)
    }
    if names.count == 1, let makeStep = all[names[0]] {
      print(Measurement(of: names[0], step: makeStep()).line)
    } else {
      for name in names.isEmpty ? workloads.keys.sorted() : names { try runAlone(name) }
    }
  }

  /// Times a workload in a process of its own, so that no other leaves it memory.
  private static func runAlone(_ name: String) throws {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = [name]
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }
}
