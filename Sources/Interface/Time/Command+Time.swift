import Diffusion
import TextScreen

extension Command {
  static let time: [Command] = [
    Command("play", "let the run go on") { $0.playback.isPlaying ? [] : [.time(.togglePlay)] },
    Command("pause", "hold the run") { $0.playback.isPlaying ? [.time(.togglePlay)] : [] },
    Command("step", "N", example: "-10", "N steps on, or back where N is negative") { value, _ in
      [.time(.step(try whole(value)))]
    },
    Command(
      "time", "T", example: "0.4",
      "to a place on the timeline, from 0 at the data to 1 at the far end"
    ) { value, _ in
      [.time(.seekTime(try number(value)))]
    },
    Command("start", "to the start of the run") { _ in [.time(.goToStart)] },
    Command("end", "to the end of the run") { _ in [.time(.goToEnd)] },
    Command(
      "direction", "WAY", example: "reverse", "which way time runs",
      choices: { _ in Direction.allCases.map(\.rawValue) }
    ) { value, state in
      let wanted = try member(value, of: Direction.self, called: "direction")
      return state.playback.direction == wanted ? [] : [.time(.toggleDirection)]
    },
    Command(
      "speed", "X", example: "2", "how many times the usual pace",
      choices: { _ in Playback.speeds.map(Text.short) }
    ) { value, state in
      let speeds = Playback.speeds
      let wanted = try number(value)
      let place = { (speed: Double) in
        speeds.indices.min { abs(speeds[$0] - speed) < abs(speeds[$1] - speed) } ?? 0
      }
      let notches = place(wanted) - place(state.playback.speed)
      return Array(repeating: .time(.changeSpeed(faster: notches > 0)), count: abs(notches))
    },
    Command("slow", "on|off", example: "on", "every step takes seconds", choices: onOrOff) {
      try switched($0) == $1.playback.isSlow ? [] : [.time(.toggleSlowMotion)]
    },
    Command(
      "loop", "on|off", example: "off", "one direction leads into the other", choices: onOrOff
    ) {
      try switched($0) == $1.playback.loops ? [] : [.time(.toggleLoop)]
    },
    Command(
      "way", "WAY", example: "jump", "forward step by step, or straight from the data",
      choices: { _ in ForwardProcess.allCases.map(\.rawValue) }
    ) { value, state in
      let wanted = try member(value, of: ForwardProcess.self, called: "way")
      return state.stage.way == wanted ? [] : [.time(.toggleWay)]
    },
    Command(
      "seek", "STEP", example: "3", "to a step of the run",
      current: { String($0.playback.target ?? $0.playback.step) }
    ) { value, _ in [.time(.seek(step: try whole(value)))] },
  ]

  static let onOrOff: @Sendable (AppState) -> [String] = { _ in ["on", "off"] }
}
