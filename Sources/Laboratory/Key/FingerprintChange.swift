internal import Lessons

/// The differences between two fingerprints of a session, as text.
struct FingerprintChange {
  /// The old fingerprint.
  private let then: Fingerprint
  /// The current fingerprint.
  private let now: Fingerprint
  private let program: Program

  /// Creates the change from an old fingerprint to the current one, that of `program`.
  init(from then: Fingerprint, to now: Fingerprint, program: Program) {
    self.then = then
    self.now = now
    self.program = program
  }

  /// Returns all differences; `old` are the engine's sources of the old fingerprint, if known.
  func reasons(_ sources: EngineSources, _ old: EngineSources?) -> [String] {
    let own = steps + inputs
    let all = engine(sources, old) + machine(before: "was", differ: "changed") + own
    return all.isEmpty ? ["the program changed"] : all
  }

  private func engine(_ sources: EngineSources, _ old: EngineSources?) -> [String] {
    guard then.toolchain.engine != now.toolchain.engine else { return [] }
    guard let old else { return ["engine changed"] }
    return sources.changes(since: old)
  }

  /// The differences from another machine, which has the old fingerprint.
  var machineElsewhere: [String] { machine(before: "there", differ: "differ") }

  private func machine(before: String, differ: String) -> [String] {
    let then = then.toolchain
    let now = now.toolchain
    var reasons: [String] = []
    func compare(_ what: String, old: String, new: String) {
      if old != new { reasons.append("\(what): \(new.oneLine), \(before) \(old.oneLine)") }
    }
    if then.execution != now.execution { reasons.append("Gradus runs programs differently now") }
    compare("compiler", old: then.compiler, new: now.compiler)
    compare(
      "compiler flags", old: then.flags.joined(separator: " "),
      new: now.flags.joined(separator: " "))
    if then.processor.name != now.processor.name {
      compare("processor", old: then.processor.name, new: now.processor.name)
    } else if then.processor != now.processor {
      reasons.append("the processor's features \(differ)")
    }
    if then.openBLAS != now.openBLAS { reasons.append("another OpenBLAS is installed") }
    compare("OpenBLAS kernels", old: then.kernels, new: now.kernels)
    return reasons
  }

  private var steps: [String] {
    var reasons: [String] = []
    if then.seed != now.seed { reasons.append("seed: \(now.seed), was \(then.seed)") }
    let difference = now.steps.difference(from: then.steps)
    var removed = Set(
      difference.removals.compactMap {
        if case .remove(let position, _, _) = $0 { position } else { nil }
      })
    for case .insert(let position, _, _) in difference.insertions {
      // An insertion in the place of a removal is a change.
      let removal = then.steps.count == now.steps.count ? position : removed.min()
      let isChange = removal.map { removed.remove($0) != nil } ?? false
      reasons.append("\(name(of: position)) \(isChange ? "changed" : "was added")")
    }
    if !removed.isEmpty {
      reasons.append(
        removed.count == 1
          ? "a cell or value was removed" : "\(removed.count) cells or values were removed")
    }
    if reasons.isEmpty, then.program != now.program {
      reasons.append("the lines moved, and the code uses '#line' or '#file'")
    }
    return reasons
  }

  private func name(of position: Int) -> String {
    let step = program.allSteps[position]
    let kind = if case .cell = step { "cell" } else { "value" }
    return "\(kind) at \(program.file):\(step.line)"
  }

  private var inputs: [String] {
    let old = Dictionary(then.inputs.map { ($0.name, $0.content) }) { first, _ in first }
    let new = Set(now.inputs.map(\.name))
    return now.inputs.compactMap { input in
      guard let content = old[input.name] else { return "data file \(input.name) was added" }
      return content == input.content ? nil : "data file \(input.name) changed"
    } + then.inputs.filter { !new.contains($0.name) }.map { "data file \($0.name) was removed" }
  }
}

extension EngineSources {
  /// The maximum number of files to name.
  private static let maximumCount = 5

  /// Returns the files that changed, were added or were removed.
  func changes(since old: EngineSources) -> [String] {
    let paths = Set(files.keys).union(old.files.keys).sorted()
    let changed = paths.filter { files[$0] != old.files[$0] }
    let named = changed.prefix(EngineSources.maximumCount).map { path in
      switch (old.files[path], files[path]) {
      case (nil, _): "engine changed: \(path) was added"
      case (_, nil): "engine changed: \(path) was removed"
      default: "engine changed: \(path)"
      }
    }
    let more = changed.count - named.count
    return named + (more > 0 ? ["engine changed: \(more) more files"] : [])
  }
}

extension String {
  /// The first line; "none" if it is empty.
  fileprivate var oneLine: String {
    let line = prefix { !$0.isNewline }
    return line.isEmpty ? "none" : String(line)
  }
}
