/// How far a run has come, in one line shorter than a terminal is wide.
struct ProgressLine {
  let text: String

  private static let barWidth = 20

  init(done: Int, of total: Int, seconds: Double, loss: Double) {
    let filled = Self.barWidth * done / total
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: ".", count: Self.barWidth - filled)
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let pace = Int(rate.rounded())
    let lossText = "\((loss * 1e4).rounded() / 1e4)"
    text =
      "[\(bar)] \(done)/\(total)  loss \(lossText)  \(pace) steps/s  \(Self.clock(left)) left"
  }

  private static func clock(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
