import Diffusion
import Interface

extension LessonReader {
  static let pageKeys = [
    "title", "experiment", "do", "say", "look", "figures", "predict", "goal", "hints", "locked",
    "hidden",
  ]

  /// A page, with the experiment of its lesson unless it has its own.
  func page(_ value: PresetValue, of lesson: Experiment) throws(InputError) -> LessonPage {
    let entries = try value.entries(Self.pageKeys)
    let title = try value.required("title", among: entries).text()
    var experiment = lesson
    if let own = entries["experiment"] {
      experiment = try self.experiment(own, changing: lesson)
    }
    var page = LessonPage(title: title, experiment: experiment, source: value.source)
    page.text = try text(value.required("say", among: entries))
    if let lines = entries["do"] { page.script = try script(lines) }
    if let look = entries["look"] { page.highlight = try highlight(look) }
    if let figures = entries["figures"] { page.figures = try list(figures, figure) }
    if let predict = entries["predict"] { page.prediction = try prediction(predict) }
    if let goal = entries["goal"] { page.goal = try self.goal(goal) }
    if let hints = entries["hints"] { page.hints = try list(hints, text) }
    if let locked = entries["locked"] {
      page.locked = Set(
        try list(locked) { item throws(InputError) in
          try item.member(of: LessonLock.self, called: "part")
        })
    }
    if let hidden = entries["hidden"] { page.hidden = Set(try list(hidden, panel)) }
    return page
  }

  /// A panel by name, or a circle of the plane, `[x, y, radius]`.
  private func highlight(_ value: PresetValue) throws(InputError) -> LessonPage.Highlight {
    guard value.node.sequence != nil else { return .panel(try panel(value)) }
    let numbers = try value.numbers(3, form: "a panel, or [x, y, radius]")
    guard numbers[2] > 0 else { throw value.error("the radius must be positive") }
    return .region(centre: Point(numbers[0], numbers[1]), radius: numbers[2])
  }

  private func panel(_ value: PresetValue) throws(InputError) -> Panel {
    let name = try value.text()
    return try value.reading { try Panel.named(name) }
  }

  private func goal(_ value: PresetValue) throws(InputError) -> LessonPage.Goal {
    let entries = try value.entries(["that", "model_answer", "explain"])
    let that = try value.required("that", among: entries)
    let answer = try value.required("model_answer", among: entries)
    return LessonPage.Goal(
      conditions: try list(that, condition), modelAnswer: try script(answer),
      explanation: try entries["explain"].map(text) ?? LessonText(), source: that.source)
  }
}
