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
      player.perform(.time(.toggleDirection), .time(.step(3)))
      let label = player.state.stage.laboratory.mixture.labels.first ?? "a"
      for number in numbers {
        for value in [number, "\(number) \(number)", "\(label) \(number) \(number) \(number)"] {
          player.perform(.line(.openCommandLine("\(name) \(value)")), .overlay(.accept))
          let state = player.state
          #expect((0...state.stage.length(state.playback.direction)).contains(state.playback.step))
          #expect(state.frame.points.allSatisfy { $0.isFinite }, "\(name) \(value)")
          player.perform(.overlay(.back), .overlay(.back))
        }
      }
      let picture = ScreenPicture.draw(state: player.state, glyphs: .braille)
      #expect(picture.size == player.state.size)
    }
  }

  @Test(
    "Fresh starts are numbered after any number that a session says", arguments: [Int.max, .min])
  func freshStarts(number: Int) throws {
    var record = Session(try Player().state).record
    record.present.a.start = number
    var state = try AppState(
      resuming: Session(record: record, weights: nil), size: Size(columns: 80, rows: 24))
    #expect(state.shelf.numberFreshStart() > 0)
  }

  @Test("Actions with any number leave the state in order")
  func actions() throws {
    for number in [Int.max, .min, 0, 1] {
      var player = try Player()
      player.perform(
        .time(.toggleDirection), .time(.step(number)), .time(.seek(step: number)),
        .trainingTime(.rewind(to: number)))
      player.perform(
        .trainingTime(.rewindBy(number)), .schedule(.selectHandle(offset: number)),
        .plane(.pan(columns: number, rows: number)))
      player.perform(
        .plane(.selectParticle(offset: number)), .overlay(.moveSelection(number)),
        .overlay(.turnPage(number)))
      player.perform(
        .schedule(.nudgeHandle(time: number, value: number)), .panels(.focus(offset: number)))
      player.perform(.guide(.addWeight(tenths: number)), .draw(.begin))
      player.perform(.draw(.move(columns: number, rows: number)), .draw(.resize(number)))
      player.perform(
        .program(.resized(Size(columns: number, rows: 20))),
        .time(.tick(seconds: .nan, work: number)))
      let state = player.state
      #expect((0...state.stage.length(state.playback.direction)).contains(state.playback.step))
      #expect(state.frame.points.indices.contains(state.particle))
    }
  }
}
