import Diffusion
import TextScreen

/// Lines of the command language by chance, mostly sensible ones: what somebody types who tries
/// everything on a screen.
public struct RandomLines {
  private var stream: RandomStream

  /// Commands that reach out of the screen or end it.
  private static let excluded: Set<String> = [
    "quit", "save weights", "save preset", "save picture", "save points", "share", "load",
  ]
  private static let commands = Command.all.filter { !excluded.contains($0.name) }
  private static let extremes = [
    "0", "1", "-1", "2", "1e308", "-1e308", "5e-324", "1e6", "-1e6", "0.999999", "100", "-100",
    "10000", "200000",
  ]
  private static let words = ["north", "north or east", "thing not east", "a", "off", "HI"]

  public init(seed: UInt64) {
    stream = RandomStream(seed: seed)
  }

  /// The next line.
  public mutating func line(in state: AppState) -> String {
    let command = Self.commands[below(Self.commands.count)]
    guard command.value != nil, !(command.mayBeEmpty && isHeads(0.3)) else { return command.name }
    let choices = command.choices(state)
    if let choice = choices.isEmpty ? nil : choices[below(choices.count)], isHeads(0.85) {
      // What is listed may be a name that places follow.
      return "\(command.name) \(choice)" + (isHeads(0.1) ? " \(numbers(2))" : "")
    }
    if isHeads(0.15) { return "\(command.name) \(Self.words[below(Self.words.count)])" }
    return "\(command.name) \(numbers([1, 1, 1, 2, 3, 4][below(6)]))"
  }

  private mutating func numbers(_ count: Int) -> String {
    (0..<count).map { _ in number() }.joined(separator: " ")
  }

  private mutating func number() -> String {
    if isHeads(0.15) { return Self.extremes[below(Self.extremes.count)] }
    if isHeads(0.5) { return "\(below(400) - 50)" }
    return Text.short(6 * stream.uniform() - 3)
  }

  private mutating func below(_ count: Int) -> Int { Int(stream.uniform() * Double(count)) }

  private mutating func isHeads(_ share: Double) -> Bool { stream.uniform() < share }
}
