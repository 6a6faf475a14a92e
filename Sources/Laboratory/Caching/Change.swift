internal import Lessons

/// What differs between two fingerprints of a session, in words.
struct Change {
  /// What it was.
  private let then: Fingerprint
  /// What it is.
  private let now: Fingerprint
  private let program: Program

  /// The change of a program that is now as `program`.
  init(from then: Fingerprint, to now: Fingerprint, program: Program) {
    (self.then, self.now, self.program) = (then, now, program)
  }

  /// All that changed; `sources` are the engine's now, `old` those of before, where they are known.
  func reasons(_ sources: EngineSources, _ old: EngineSources?) -> [String] {
    let own = steps + inputs
    let all = engine(sources, old) + machine(before: "was", differ: "changed") + own
    return all.isEmpty ? ["the program changed"] : all
  }

  private func engine(_ sources: EngineSources, _ old: EngineSources?) -> [String] {
    guard then.surroundings.engine != now.surroundings.engine else { return [] }
    guard let old else { return ["engine changed"] }
    return sources.changes(since: old)
  }

  /// How the machine differs from another one.
  var machineElsewhere: [String] { machine(before: "there", differ: "differ") }

  private func machine(before: String, differ: String) -> [String] {
    let (then, now) = (then.surroundings, now.surroundings)
    var reasons: [String] = []
    func note(_ what: String, _ old: String, _ new: String) {
      if old != new { reasons.append("\(what): \(new.oneLine), \(before) \(old.oneLine)") }
    }
    if then.laboratory != now.laboratory { reasons.append("the laboratory changed") }
    note("compiler", then.compiler, now.compiler)
    note("compiler flags", then.flags.joined(separator: " "), now.flags.joined(separator: " "))
    if then.processor.name != now.processor.name {
      note("processor", then.processor.name, now.processor.name)
    } else if then.processor != now.processor {
      reasons.append("the processor's features \(differ)")
    }
    if then.openBLAS != now.openBLAS { reasons.append("another OpenBLAS is installed") }
    note("the kernels that OpenBLAS is told to use", then.kernels, now.kernels)
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
      // What stands where something was taken away has changed.
      let stood = then.steps.count == now.steps.count ? position : removed.min()
      let isChange = stood.map { removed.remove($0) != nil } ?? false
      reasons.append("\(name(of: position)) \(isChange ? "changed" : "was added")")
    }
    if !removed.isEmpty {
      reasons.append(
        removed.count == 1
          ? "a cell or value was taken away" : "\(removed.count) cells or values were taken away")
    }
    if reasons.isEmpty, then.program != now.program {
      reasons.append("the lines moved, which the code asks for with '#line' or '#file'")
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
    } + then.inputs.filter { !new.contains($0.name) }.map { "data file \($0.name) was taken away" }
  }
}

extension EngineSources {
  /// How many files are named.
  private static let most = 5

  /// Which files changed, were added or were removed.
  func changes(since old: EngineSources) -> [String] {
    let paths = Set(files.keys).union(old.files.keys).sorted()
    let changed = paths.filter { files[$0] != old.files[$0] }
    let named = changed.prefix(EngineSources.most).map { path in
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
  /// The first line; a word where there is none.
  fileprivate var oneLine: String {
    let line = prefix { !$0.isNewline }
    return line.isEmpty ? "none" : String(line)
  }
}
