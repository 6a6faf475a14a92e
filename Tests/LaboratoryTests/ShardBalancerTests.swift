import Laboratory
import Testing

@Suite struct ShardBalancerTests {
  /// Typical loads of sessions, most short and a few long, from a simple generator.
  private func jobs(_ count: Int, names: Int, seed: UInt64) -> [ShardBalancer.Job] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let name = Int(state >> 33) % names
      return ShardBalancer.Job(name: "\(name)", load: 1 + name * name % 997)
    }
  }

  @Test(arguments: 1...8) func shardsAreBalancedAndEqualJobsAreTogether(count: Int) {
    for seed in 1...40 as ClosedRange<UInt64> {
      let jobs = jobs(Int(seed) * 3, names: Int(seed) * 2, seed: seed)
      let shards = ShardBalancer.shards(of: jobs, count: count)
      #expect(shards.count == jobs.count)
      #expect(shards.allSatisfy { 0..<count ~= $0 })
      var owners: [String: Int] = [:]
      var totals = [Int](repeating: 0, count: count)
      for (job, shard) in zip(jobs, shards) {
        #expect(owners[job.name, default: shard] == shard)
        if owners.updateValue(shard, forKey: job.name) == nil { totals[shard] += job.load }
      }
      let longest = jobs.map(\.load).max() ?? 0
      #expect((totals.max() ?? 0) - (totals.min() ?? 0) <= longest)
    }
  }

  @Test func jobsOfEqualLoadAreDealtInTurn() {
    let jobs = (0..<7).map { ShardBalancer.Job(name: "\($0)", load: 1) }
    #expect(ShardBalancer.shards(of: jobs, count: 3) == [0, 1, 2, 0, 1, 2, 0])
    #expect(ShardBalancer.shards(of: jobs, count: 1) == [0, 0, 0, 0, 0, 0, 0])
    #expect(ShardBalancer.shards(of: [], count: 3) == [])
  }

  @Test func aLongJobHasItsOwnShard() {
    let loads = [1, 1, 10, 1, 1, 1]
    let jobs = loads.enumerated().map { ShardBalancer.Job(name: "\($0)", load: $1) }
    #expect(ShardBalancer.shards(of: jobs, count: 2) == [1, 1, 0, 1, 1, 1])
  }

  @Test(arguments: [("1/1", 1, 1), ("2/4", 2, 4), ("8/8", 8, 8)])
  func shardsAreParsed(text: String, number: Int, count: Int) throws {
    let shard = try #require(Shard(text))
    #expect(shard.number == number && shard.count == count && "\(shard)" == text)
  }

  @Test(arguments: ["", "1", "0/4", "5/4", "-1/4", "1/", "/4", "1/2/3", "a/b", "1 / 2"])
  func invalidShardsAreRejected(text: String) { #expect(Shard(text) == nil) }
}
