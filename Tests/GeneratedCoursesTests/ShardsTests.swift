import Foundation
import GeneratedCourses
import Laboratory
import Lessons
import TestSupport
import Testing

/// Each session is in exactly one shard, and equal sessions are in the same shard.
@Suite struct ShardsTests {
  private func lessons(
    _ course: GeneratedCourse, in folder: String, revision: Int = 0
  ) throws -> [Lesson] {
    try course.write(to: folder, revision: revision)
    var diagnostics: [Diagnostic] = []
    let read = try #require(Course.read(folder, diagnostics: &diagnostics))
    return read.lessons.compactMap {
      Lesson.read(read.file(of: $0), diagnostics: &diagnostics)
    }
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    try TemporaryFolder.with { try body($0.path) }
  }

  @Test(arguments: [(1, 1), (7, 3), (20, 20), (33, 11), (40, 0)])
  func shardsPartitionTheSessions(count: Int, programs: Int) throws {
    let course = GeneratedCourse(lessons: count, programs: programs, seed: count)
    try withFolder { folder in
      let lessons = try lessons(course, in: folder)
      #expect(lessons.count == count)
      for shards in 1...8 {
        let assignments = try (1...shards).map { number in
          Laboratory.sessions(of: try #require(Shard("\(number)/\(shards)")), in: lessons)
        }
        for (index, lesson) in lessons.enumerated() {
          #expect(assignments.flatMap { $0[index] } == lesson.sessions)
        }
        let programs = assignments.map { assignment in
          Set(
            zip(lessons, assignment).flatMap { lesson, names in
              names.map { Program(lesson, session: $0).sourceWithoutLocations }
            })
        }
        let all = Set(programs.flatMap(\.self))
        #expect(programs.map(\.count).reduce(0, +) == all.count)
        #expect((programs.map(\.count).max() ?? 0) - (programs.map(\.count).min() ?? 0) <= 1)
      }
    }
  }

  /// Session times for most sessions of a course, a few of them long.
  private func times(_ lessons: [Lesson], in folder: String, seed: Int) throws -> SessionTimes {
    let lines = lessons.enumerated().compactMap { index, lesson -> String? in
      let tenths = (index + 7) * (index + seed) % 97
      return tenths % 5 == 0 ? nil : "\(tenths / 10).\(tenths % 10)\t\(lesson.name)\n"
    }
    try Data(lines.joined().utf8).write(to: URL(filePath: "\(folder)/times.tsv"))
    var diagnostics: [Diagnostic] = []
    let times = SessionTimes(ofCourse: folder, &diagnostics)
    #expect(diagnostics == [])
    return times
  }

  @Test(arguments: [(1, 1), (20, 20), (33, 33), (40, 17)])
  func shardTimesDifferAtMostByTheLongestSession(count: Int, programs: Int) throws {
    let course = GeneratedCourse(lessons: count, programs: programs, seed: count)
    try withFolder { folder in
      let lessons = try lessons(course, in: folder)
      for seed in 1...5 {
        let times = try times(lessons, in: folder, seed: seed)
        for shards in 1...8 {
          let assignments = try (1...shards).map { number in
            Laboratory.sessions(
              of: try #require(Shard("\(number)/\(shards)")), in: lessons, by: times)
          }
          for (index, lesson) in lessons.enumerated() {
            #expect(assignments.flatMap { $0[index] } == lesson.sessions)
          }
          let loads = assignments.map { assignment in load(of: assignment, lessons, times) }
          let longest = lessons.map { times.load(of: "", in: $0) }.max() ?? 0
          #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= longest)
        }
      }
    }
  }

  /// The total time of a shard's sessions; equal sessions count once, with the time of the first.
  private func load(of assignment: [[String]], _ lessons: [Lesson], _ times: SessionTimes) -> Int {
    var loads: [String: Int] = [:]
    for (lesson, names) in zip(lessons, assignment) {
      for name in names {
        let program = Program(lesson, session: name).sourceWithoutLocations
        loads[program] = loads[program] ?? times.load(of: name, in: lesson)
      }
    }
    return loads.values.reduce(0, +)
  }

  @Test func shardsDoNotDependOnTheFolder() throws {
    let course = GeneratedCourse(lessons: 9, programs: 5, seed: 3)
    try withFolder { one in
      try withFolder { other in
        let shard = try #require(Shard("2/3"))
        #expect(
          Laboratory.sessions(of: shard, in: try lessons(course, in: one))
            == Laboratory.sessions(of: shard, in: try lessons(course, in: other + "/deeper")))
      }
    }
  }

  @Test func proseChangesMoveNoSessions() throws {
    let course = GeneratedCourse(lessons: 9, programs: 5, seed: 3)
    try withFolder { folder in
      let shard = try #require(Shard("1/3"))
      let before = Laboratory.sessions(of: shard, in: try lessons(course, in: folder))
      let edited = try lessons(course, in: folder, revision: 1)
      #expect(Laboratory.sessions(of: shard, in: edited) == before)
    }
  }
}
