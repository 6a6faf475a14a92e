import Foundation
import FoundationNetworking
import Synchronization
import Testing

/// A course that is being served.
final class Serving {
  /// What pages are told.
  struct Bulletin: Decodable {
    struct Problem: Decodable, Equatable {
      var place: String
      var summary: String
    }
    var mark: String
    var site: String
    var isBuilding: Bool
    var problems: [Problem]
  }

  let workshop: Workshop
  let process: Process
  let url: URL
  private let log: URL

  /// Serves a workshop's course with the product, or with another program.
  init(_ workshop: Workshop, with program: URL = Workshop.product, _ arguments: [String] = [])
    throws
  {
    self.workshop = workshop
    log = workshop.folder.appending(path: ".log")
    try Data().write(to: log)
    process = workshop.process(program, arguments: ["serve", "--port", "0"] + arguments)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    var address: Substring?
    while address == nil, process.isRunning {
      usleep(5000)
      let words = try String(contentsOf: log, encoding: .utf8)
      address = words.firstMatch(of: /at (http:\S+)\n/).map { $0.1 }
    }
    let words = try String(contentsOf: log, encoding: .utf8)
    url = try #require(address.flatMap { URL(string: String($0)) }, "\(words)")
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// What the command has said.
  var words: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// A file of the site as it is served now.
  func page(_ path: String) throws -> String { try fetch(path) }

  /// Waits for the bulletin of a build that is over and of which `condition` holds.
  ///
  /// How long a build takes, nobody promises; but where nothing is built and nothing new is told, it
  /// will never hold.
  @discardableResult
  func wait(until condition: (Bulletin) throws -> Bool = { _ in true }) throws -> Bulletin {
    var mark = ""
    while true {
      let bulletin = try JSONDecoder().decode(
        Bulletin.self, from: Data(try fetch("-/bulletin?after=\(mark)").utf8))
      if !bulletin.isBuilding, try condition(bulletin) { return bulletin }
      try #require(bulletin.isBuilding || bulletin.mark != mark, "\(bulletin), \(words)")
      mark = bulletin.mark
    }
  }

  /// Ends it by a signal; the exit code.
  func end(by signal: Int32 = SIGINT) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// Asks without starting a process: while others are started beside it, one that is waited for may
  /// not be heard to end before they do.
  private func fetch(_ path: String) throws -> String {
    let address = try #require(URL(string: "\(url)\(path)"))
    while true {
      if let data = answer(to: address) { return String(decoding: data, as: UTF8.self) }
      // It may be being built anew.
      try #require(process.isRunning, "\(words)")
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
