import Diffusion

/// What can be said about the second time.
extension Command {
  static let trainingTime: [Command] = [
    Command(
      "training", "STEP|now", example: "now", "the network as it was after so many steps",
      choices: { _ in ["now"] }
    ) { value, _ in
      value == "now"
        ? [.trainingTime(.rewind(to: .max))] : [.trainingTime(.rewind(to: try whole(value)))]
    },
    Command(
      "redraw", "on|off", example: "on", "samples anew from fixed noise while training",
      choices: onOrOff
    ) {
      try switched($0) == $1.playback.redraws ? [] : [.trainingTime(.toggleRedraw)]
    },
    Command("resume", "train on from the earlier network that is shown") { _ in
      [.trainingTime(.trainFromHere)]
    },
  ]
}
