import Synchronization
import Testing

@testable import Diffusion

@Suite("A team of threads", .timeLimit(.minutes(1)))
struct WorkerTeamTests {
  @Test("does every piece once and is done on return", arguments: [1, 2, 3, 5])
  func everyPieceOnce(threads: Int) {
    let team = WorkerTeam(threads: threads)
    #expect(team.threads == threads)
    for round in 0..<200 {
      let count = round % 7
      let done = Mutex([Int](repeating: 0, count: count))
      team.run(count) { piece in done.withLock { $0[piece] += 1 } }
      #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
    }
  }

  @Test("shares: pieces that wait for each other are all begun")
  func sharing() {
    let team = WorkerTeam(threads: 3)
    let begun = Atomic<Int>(0)
    let condition = AdaptiveCondition()
    team.run(3) { _ in
      begun.add(1, ordering: .sequentiallyConsistent)
      condition.broadcast()
      condition.wait { begun.load(ordering: .sequentiallyConsistent) == 3 }
    }
    #expect(begun.load(ordering: .relaxed) == 3)
  }

  @Test("has at least the thread that calls")
  func nobodyElse() {
    #expect(WorkerTeam(threads: -1).threads == 1)
  }
}
