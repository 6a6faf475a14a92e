internal import Foundation
internal import Hashing
internal import Sharing

/// The cached runs in a remote cache.
///
/// A run is uploaded as its local file, under its key, so that a run from another machine is
/// verified like a local one. The latest run of each session is also stored under a key without the
/// machine, which makes it possible to explain a miss.
struct RemoteRuns: Sendable {
  /// The maximum number of concurrent downloads and uploads; the client sends fewer requests at a
  /// time.
  private static let width = 32

  private let remote: RemoteCache
  private let folder: CacheFolder
  private let uploaded: UploadedKeys

  /// Creates the access to a remote cache for the runs in a cache folder.
  init(_ remote: RemoteCache, _ folder: CacheFolder) {
    self.remote = remote
    self.folder = folder
    uploaded = UploadedKeys(folder, remote.address)
  }

  /// Downloads runs to the local cache.
  ///
  /// - Returns: The keys of the runs that were found.
  func fetch(_ keys: Set<String>, _ counts: SharedRunCounts) async -> Set<String> {
    let fetched = await concurrentMap(keys.sorted(), width: RemoteRuns.width) { key in
      await self.fetch(key, counts)
    }
    return Set(zip(keys.sorted(), fetched).filter(\.1).map(\.0))
  }

  /// Downloads a run; returns whether it was found.
  private func fetch(_ key: String, _ counts: SharedRunCounts) async -> Bool {
    guard let blob = await remote.blob(for: action(key)) else { return false }
    let file = folder.run(key)
    guard let content = file.content(of: blob), CacheEntry(content, key: key) != nil else {
      remote.noteDamagedResult()
      return false
    }
    do {
      try file.write(content)
    } catch {
      counts.note(error)
      return false
    }
    counts.add { $0.fetched += 1 }
    uploaded.insert(key)
    return true
  }

  /// Starts uploading local runs that the server lacks.
  ///
  /// The server is queried once for each: uploaded keys are remembered.
  func uploadMissing(_ keys: Set<String>) {
    let keys = keys.subtracting(uploaded.keys).sorted()
    if keys.isEmpty { return }
    remote.inBackground {
      _ = await concurrentMap(keys, width: RemoteRuns.width) { await self.uploadIfMissing($0) }
    }
  }

  private func uploadIfMissing(_ key: String) async {
    let file = folder.run(key)
    guard let fingerprint = file.read().flatMap(CacheEntry.head)?.fingerprint else { return }
    let isUploaded = await remote.uploadIfMissing(for: actions(fingerprint)) {
      file.read().map(file.encoded)
    }
    if isUploaded { uploaded.insert(key) }
  }

  /// Starts uploading a run.
  func upload(_ entry: CacheEntry) {
    let fingerprint = entry.head.fingerprint
    let blob = folder.run(fingerprint.key).encoded(entry.data)
    remote.inBackground {
      if await self.remote.store(blob, for: self.actions(fingerprint)) {
        self.uploaded.insert(fingerprint.key)
      }
    }
  }

  /// Waits until all uploads have finished or failed.
  func finish() async {
    await remote.finish()
    uploaded.save()
  }

  /// Returns the fingerprint of the latest uploaded run that differs in the machine only.
  func fingerprintElsewhere(_ fingerprint: Fingerprint) async -> Fingerprint? {
    guard let blob = await remote.blob(for: lastAction(fingerprint)),
      let head = folder.run("").content(of: blob).flatMap(CacheEntry.head),
      head.fingerprint.anywhere == fingerprint.anywhere
    else { return nil }
    return head.fingerprint
  }

  /// Returns the action key of a run, which includes the kind, so that versions do not mix.
  private func action(_ key: String) -> String {
    SHA256.hex(of: "\(folder.run(key).kind) \(key)".utf8)
  }

  /// Returns the action keys of a run: its own, and the one without the machine.
  private func actions(_ fingerprint: Fingerprint) -> [String] {
    [action(fingerprint.key), lastAction(fingerprint)]
  }

  private func lastAction(_ fingerprint: Fingerprint) -> String {
    action("anywhere \(fingerprint.anywhere.key)")
  }
}

extension Fingerprint {
  /// The fingerprint without the machine and its compiler.
  var anywhere: Fingerprint {
    var anywhere = self
    anywhere.toolchain = .anywhere(
      engine: toolchain.engine, execution: toolchain.execution)
    return anywhere
  }
}

extension ToolchainKey {
  /// The toolchain key without a machine: an engine and the sources that run programs at most.
  static func anywhere(engine: String = "", execution: String = "") -> ToolchainKey {
    ToolchainKey(
      engine: engine, execution: execution, compiler: "", flags: [],
      processor: Processor(describedBy: ""), openBLAS: "",
      kernels: "")
  }
}
