import Testing

@testable import Interface

@Suite("How much of the model a frame may ask for")
struct WorkPaceTests {
  @Test("is learned from what the calls took, and fits into less than half a frame")
  func paceIsLearned() throws {
    let workload = Workload(try Player().state)
    var pace = WorkPace()
    for _ in 0..<60 { pace.learn(workload, calls: 1000, spent: 0.001) }
    let work = pace.work(for: workload, frame: 0.016)
    #expect(work > 3_000 && work < 8_000)
    // A machine that became ten times slower is believed within a second.
    for _ in 0..<60 { pace.learn(workload, calls: 1000, spent: 0.01) }
    #expect(pace.work(for: workload, frame: 0.016) < work / 8)
    // Frames without a call tell nothing.
    pace.learn(workload, calls: 0, spent: 1)
    #expect(pace.work(for: workload, frame: 0.016) > work / 12)
  }

  @Test("says nothing of another run, whose calls may take much longer")
  func workloadsAreApart() throws {
    var player = try Player()
    var pace = WorkPace()
    let forward = Workload(player.state)
    let unknown = pace.work(for: forward, frame: 0.016)
    for _ in 0..<60 { pace.learn(forward, calls: 1_000_000, spent: 0.001) }
    player.press("r")
    let reverse = Workload(player.state)
    #expect(pace.work(for: reverse, frame: 0.016) == unknown)
    player.press("m")
    #expect(Workload(player.state) != reverse)
    player.press("m", "r")
    #expect(pace.work(for: Workload(player.state), frame: 0.016) > 100 * unknown)
  }
}
