import TextScreen

/// The keys of the place in time.
extension KeyTable {
  static let time: [KeyBinding] = [
    KeyBinding([.space], .time, "play or pause", brief: "play", .time(.togglePlay)),
    KeyBinding(
      [.character("r")], .time, "turn round: noising or denoising", brief: "direction",
      .time(.toggleDirection)),
    KeyBinding([.right, .character(".")], .time, "one step on", .time(.step(1))),
    KeyBinding([.left, .character(",")], .time, "one step back", .time(.step(-1))),
    KeyBinding([.shiftRight, .character(">")], .time, "ten steps on", .time(.step(10))),
    KeyBinding([.shiftLeft, .character("<")], .time, "ten steps back", .time(.step(-10))),
    KeyBinding(
      [.character("z")], .time, "slow motion: follow each step in the particle's circuit",
      .time(.toggleSlowMotion)),
    KeyBinding([.home, .character("7")], .time, "to the start of the run", .time(.goToStart)),
    KeyBinding([.end, .character("1")], .time, "to the end of the run", .time(.goToEnd)),
    KeyBinding([.character("]")], .time, "faster", .time(.changeSpeed(faster: true))),
    KeyBinding([.character("[")], .time, "slower", .time(.changeSpeed(faster: false))),
    KeyBinding(
      [.character("l")], .time, "loop: one direction leads into the other", .time(.toggleLoop)),
    KeyBinding(
      [.character("j")], .time, "forward by the walk or by the closed-form jump", .time(.toggleWay)),
  ]
}
