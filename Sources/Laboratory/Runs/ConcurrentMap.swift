/// Returns the results of `work` for all items, in their order.
///
/// Work starts in the order of the items, on at most `width` of them at a time.
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], width: Int, _ work: @escaping @Sendable (Item) async -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: items.count)
    for (number, item) in items.enumerated() {
      if number >= width, let (done, result) = await group.next() { results[done] = result }
      group.addTask { (number, await work(item)) }
    }
    for await (done, result) in group { results[done] = result }
    return results.compactMap(\.self)
  }
}
