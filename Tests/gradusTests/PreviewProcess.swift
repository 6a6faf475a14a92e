import Foundation
import FoundationNetworking
import Synchronization
import Testing

/// A running `gradus serve`.
final class PreviewProcess {
  /// The state that pages receive.
  struct PreviewStatus: Decodable {
    struct Problem: Decodable, Equatable {
      var place: String
      var summary: String
    }
    var mark: String
    var site: String
    var isBuilding: Bool
    var problems: [Problem]
  }

  let project: TestProject
  let process: Process
  let url: URL
  private let log: URL

  /// Serves a project's course with the built `gradus`, or with another program.
  init(_ project: TestProject, with program: URL = TestProject.product, arguments: [String] = [])
    throws
  {
    self.project = project
    log = project.folder.appending(path: ".log")
    try Data().write(to: log)
    process = project.process(program, arguments: ["serve", "--port", "0"] + arguments)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    var address: Substring?
    while address == nil, process.isRunning {
      usleep(5000)
      let messages = try String(contentsOf: log, encoding: .utf8)
      address = messages.firstMatch(of: /at (http:\S+)\n/).map { $0.1 }
    }
    let messages = try String(contentsOf: log, encoding: .utf8)
    url = try #require(address.flatMap { URL(string: String($0)) }, "\(messages)")
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// The messages printed so far.
  var messages: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// Fetches a file of the served site.
  func page(_ path: String) throws -> String { try fetch(path) }

  /// Waits for the status of a finished build that satisfies `condition`.
  ///
  /// There is no timeout, but it fails if no build is running and the status does not change.
  @discardableResult
  func wait(until condition: (PreviewStatus) throws -> Bool = { _ in true }) throws -> PreviewStatus
  {
    var mark = ""
    while true {
      let status = try JSONDecoder().decode(
        PreviewStatus.self, from: Data(try fetch("-/status?after=\(mark)").utf8))
      if !status.isBuilding, try condition(status) { return status }
      try #require(status.isBuilding || status.mark != mark, "\(status), \(messages)")
      mark = status.mark
    }
  }

  /// Ends the process with a signal, and returns the exit code.
  func end(by signal: Int32 = SIGINT) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// Fetches without a child process, as `waitUntilExit` can return late while other tests start
  /// processes.
  private func fetch(_ path: String) throws -> String {
    let address = try #require(URL(string: "\(url)\(path)"))
    while true {
      if let data = answer(to: address) { return String(decoding: data, as: UTF8.self) }
      // The program can be restarting.
      try #require(process.isRunning, "\(messages)")
      usleep(50_000)
    }
  }

  private func answer(to address: URL) -> Data? {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Data?>(nil)
    let task = URLSession.shared.dataTask(with: address) { data, _, _ in
      result.withLock { $0 = data }
      done.signal()
    }
    task.resume()
    done.wait()
    return result.withLock { $0 }
  }
}
