import Foundation

/// An answer of the screen to what was sent before.
struct TortureAnswer {
  /// How long it was waited for.
  let seconds: Double
  /// What the thread that draws did since the answer before, where the system tells it.
  let time: PseudoTerminal.ThreadTime?
  let sent: String
}

/// What the screen took to answer.
struct TortureAnswers {
  private var seconds: [Double] = []
  /// The few that took longest, and those for which the thread that draws worked longest.
  private var longest: [TortureAnswer] = []
  private var hardest: [TortureAnswer] = []

  private static let few = 5

  mutating func note(_ answer: TortureAnswer?) {
    guard let answer else { return }
    seconds.append(answer.seconds)
    longest = Self.most(longest + [answer]) { $0.seconds }
    hardest = Self.most(hardest + [answer]) { $0.time?.worked ?? 0 }
  }

  private static func most(
    _ answers: [TortureAnswer], by measure: (TortureAnswer) -> Double
  ) -> [TortureAnswer] {
    Array(answers.sorted { measure($0) > measure($1) }.prefix(few))
  }

  /// How long they took, and a line for each of the slowest: a machine that is busy elsewhere shows
  /// in what the thread waited for a processor.
  var words: String {
    let sorted = seconds.sorted()
    guard let last = sorted.last else { return "no answers" }
    func share(_ part: Double) -> String {
      String(
        format: "%.0f", 1000 * sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))])
    }
    return "answers p50 \(share(0.5)) ms, p99 \(share(0.99)) ms, longest "
      + String(format: "%.2f", last) + " s"
      + longest.map { "\n  longest \($0.words)" }.joined()
      + hardest.map { "\n  hardest \($0.words)" }.joined()
  }
}

extension TortureAnswer {
  fileprivate var words: String {
    let time = time.map {
      String(format: ", worked %.3f s, waited for a processor %.3f s", $0.worked, $0.waited)
    }
    return String(format: "%.3f s", seconds) + (time ?? "") + ": \(sent)"
  }
}
