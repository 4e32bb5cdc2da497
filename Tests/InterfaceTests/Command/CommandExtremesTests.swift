import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Every command takes or refuses numbers at their ends")
struct CommandExtremesTests {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "0", "-0", "1e308",
    "-1e308", "5e-324", "nan", "inf", "-inf", "1e400",
  ]
  private static let names = Command.all.filter { $0.value != nil }.map(\.name)

  @Test("one at a time and several together, in the middle of a run", arguments: names)
  func extremes(of name: String) throws {
    let small = try Player(size: Size(columns: 80, rows: 24))
    let transport = try Player.transport(.opposite, size: Size(columns: 80, rows: 24))
    for (var player, numbers) in [
      (small, Self.numbers + [""]), (transport, Array(Self.numbers.prefix(2))),
    ] {
      player.perform(.toggleDirection, .step(3))
      let label = player.state.stage.laboratory.mixture.labels.first ?? "a"
      for number in numbers {
        for value in [number, "\(number) \(number)", "\(label) \(number) \(number) \(number)"] {
          player.perform(.openCommandLine("\(name) \(value)"), .accept)
          let state = player.state
          #expect((0...state.stage.length(state.playback.direction)).contains(state.playback.step))
          #expect(state.frame.points.allSatisfy { $0.isFinite }, "\(name) \(value)")
          player.perform(.back, .back)
        }
      }
      let picture = ScreenPicture.draw(state: player.state, glyphs: .braille)
      #expect(picture.size == player.state.size)
    }
  }

  @Test("Actions with any number leave the state in order")
  func actions() throws {
    for number in [Int.max, .min, 0, 1] {
      var player = try Player()
      player.perform(.toggleDirection, .step(number), .seek(step: number), .rewind(to: number))
      player.perform(
        .rewindBy(number), .selectHandle(offset: number), .pan(columns: number, rows: number))
      player.perform(.selectParticle(offset: number), .moveSelection(number), .turnPage(number))
      player.perform(.nudgeHandle(time: number, value: number), .focus(offset: number))
      player.perform(.guide(.addWeight(tenths: number)), .draw(.begin))
      player.perform(.draw(.move(columns: number, rows: number)), .draw(.resize(number)))
      player.perform(.resized(Size(columns: number, rows: 20)), .tick(seconds: .nan, work: number))
      let state = player.state
      #expect((0...state.stage.length(state.playback.direction)).contains(state.playback.step))
      #expect(state.frame.points.indices.contains(state.particle))
    }
  }
}
