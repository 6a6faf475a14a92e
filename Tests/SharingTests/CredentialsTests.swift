import Foundation
import Sharing
import Testing

@Suite struct CredentialsTests {
  private func read(_ token: String?, _ user: String?, _ password: String?) -> Credentials {
    let pairs = zip(Credentials.variables, [token, user, password])
    return Credentials(
      environment: Dictionary(
        uniqueKeysWithValues: pairs.compactMap { name, value in value.map { (name, $0) } }))
  }

  @Test func credentialsComeFromThreeVariables() {
    #expect(
      Credentials.variables == [
        "GRADUS_REMOTE_CACHE_TOKEN", "GRADUS_REMOTE_CACHE_USER", "GRADUS_REMOTE_CACHE_PASSWORD",
      ])
    #expect(read(nil, nil, nil) == .none)
    #expect(read("", "", "x") == .none)
    #expect(read("t", nil, nil) == .token("t"))
    #expect(read(nil, "u", "p") == .user("u", password: "p"))
    #expect(read(nil, "u", nil) == .user("u", password: ""))
    #expect(read("t", "u", "p") == .token("t"))
  }

  @Test func lineEndsAreRemoved() {
    #expect(read("t\n", nil, nil) == .token("t"))
    #expect(read("t\r\nX-Other: 1", nil, nil) == .token("tX-Other: 1"))
  }

  @Test(arguments: [["t"], ["", "u", "p"]])
  func takenCredentialsAreErasedUntilRestored(values: [String]) async {
    await #expect(processExitsWith: .success) { [values] in
      let pairs = Array(zip(Credentials.variables, values))
      for (name, value) in pairs { setenv(name, value, 1) }
      let places = pairs.map { getenv($0.0) }
      let taken = Credentials.takenFromEnvironment()
      #expect(taken == Credentials(environment: Dictionary(uniqueKeysWithValues: pairs)))
      for (place, pair) in zip(places, pairs) {
        #expect(getenv(pair.0) == nil)
        // Unsetting alone would leave the bytes.
        #expect(place?.pointee == 0)
      }
      #expect(Credentials.takenFromEnvironment() == .none)
      taken.restoreToEnvironment()
      #expect(Credentials.takenFromEnvironment() == taken)
    }
  }
}
