/// Distributes jobs among shards of similar total load; equal jobs go to the same shard.
///
/// Jobs are assigned in order of decreasing load, each to the shard with the least load so far. So
/// the loads of two shards differ by at most the largest job.
package enum ShardBalancer {
  /// A job to assign.
  package struct Job: Equatable {
    /// The identity of the job: jobs of the same name are done once.
    package var name: String
    /// The duration of the job, in any unit.
    package var load: Int

    /// Creates a job.
    package init(name: String, load: Int) {
      self.name = name
      self.load = load
    }
  }

  /// Returns the shard of each job, from 0 to `count` − 1.
  package static func shards(of jobs: [Job], count: Int) -> [Int] {
    var places: [String: Int] = [:]
    for (place, job) in jobs.enumerated() where places[job.name] == nil {
      places[job.name] = place
    }
    let order = places.values.sorted { (-jobs[$0].load, $0) < (-jobs[$1].load, $1) }
    var totals = [Int](repeating: 0, count: count)
    var shards: [String: Int] = [:]
    for place in order {
      let least = totals.indices.min { (totals[$0], $0) < (totals[$1], $1) } ?? 0
      shards[jobs[place].name] = least
      totals[least] += max(1, jobs[place].load)
    }
    return jobs.map { shards[$0.name] ?? 0 }
  }
}
