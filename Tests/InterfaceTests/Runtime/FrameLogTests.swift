import Testing

@testable import Interface

@Suite("The log of frames")
struct FrameLogTests {
  @Test("counts frames, adds up their work, and finds the late ones")
  func framesAreCounted() {
    var log = FrameLog()
    log.add(interval: nil, processorSeconds: 0.002)
    for interval in [0.016, 0.017, 0.0331, 0.05, 3.0] {
      log.add(
        interval: interval, processorSeconds: interval == 0.05 ? 0.004 : 0.001,
        drawingSeconds: 0.0004, after: interval == 3 ? .space : interval == 0.05 ? .tab : .enter)
    }
    #expect(log.frames == 6)
    #expect(abs(log.processorSecondsPerFrame - 0.01 / 6) < 1e-12)
    #expect(log.frames(laterThan: 0.033) == 3)
    #expect(log.frames(laterThan: 0.06) == 1)
    #expect(log.longestInterval == 3)
    #expect(log.longestCause == .space)
    #expect(log.mostWork == 0.004)
    #expect(log.mostWorkCause == .tab)
    #expect(abs(log.drawingSecondsPerFrame - 0.002 / 6) < 1e-12)
    #expect(FrameLog().processorSecondsPerFrame == 0)
  }
}
