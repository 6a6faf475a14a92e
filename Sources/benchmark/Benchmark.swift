import Engine
import Glibc

/// Times the engine's training steps: `benchmark [W1 …]` prints one JSON line for each workload.
@main
enum Benchmark {
  static func main() {
    let names = Array(CommandLine.arguments.dropFirst())
    if let unknown = names.first(where: { workloads[$0] == nil }) {
      print("benchmark: no workload '\(unknown)'; there are \(workloads.keys.sorted())")
      exit(64)
    }
    for name in names.isEmpty ? workloads.keys.sorted() : names {
      guard let makeStep = workloads[name] else { continue }
      print(Measurement(of: name, step: makeStep()).line)
    }
  }
}
