import TextScreen

/// The keys of a lesson. They hold while one is open and go before those of the screen.
extension KeyTable {
  static let lesson: [KeyBinding] =
    [
      row([.enter], "on: the question, the answer, the next page", brief: "next", .on),
      row([.backspace], "back", brief: "back", .back),
      row([.character("!")], "a hint", brief: "hint", .hint),
      row([.character("~")], "show the answer", brief: "show", .show),
      row([.character("^")], "only one line of the lesson, or all", brief: "fold", .fold),
    ]
    + (1...9).map { number in
      row(
        [.character(Character("\(number)"))], "choice \(number)", .choose(number),
        in: .lesson(.choice))
    }
    + [
      row(
        [.down], "the next point of the curve", brief: "next point",
        .curve(points: 1, twentieths: 0), in: .lesson(.curve)),
      row([.up], "the point before", .curve(points: -1, twentieths: 0), in: .lesson(.curve)),
      row(
        [.right], "more", brief: "more", .curve(points: 0, twentieths: 1), in: .lesson(.curve)),
      row([.left], "less", brief: "less", .curve(points: 0, twentieths: -1), in: .lesson(.curve)),
    ]

  private static func row(
    _ keys: [Key], _ title: String, brief: String? = nil, _ action: LessonAction,
    in scope: KeyBinding.Scope = .lesson(.page)
  ) -> KeyBinding {
    KeyBinding(keys, .program, title, brief: brief, .lesson(action), in: scope)
  }
}

extension LessonState {
  /// What the keys of a lesson are about.
  enum Keys: Sendable, Hashable {
    /// Every page.
    case page
    /// A question with choices.
    case choice
    /// A curve to be drawn.
    case curve
  }

  /// The keys that hold now, the narrowest first.
  var keys: [Keys] {
    guard phase == .asked, let kind = page.prediction?.kind else { return [.page] }
    switch kind {
    case .choice: return [.choice, .page]
    case .curve: return [.curve, .page]
    case .number, .place: return [.page]
    }
  }
}
