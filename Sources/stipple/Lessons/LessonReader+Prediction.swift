import Diffusion
import Interface

extension LessonReader {
  /// What is guessed, one of these.
  private static let kinds = ["choose", "number", "place", "curve"]

  /// A question with its kind, the stated answer, and what is done and said to show the answer.
  func prediction(_ value: PresetValue) throws(InputError) -> Prediction {
    let entries = try value.entries(
      ["ask"] + Self.kinds + ["answer", "tolerance", "do", "explain"])
    let given = Self.kinds.filter { entries[$0] != nil }
    guard given.count == 1, let kindValue = entries[given[0]] else {
      throw value.error(
        "predict must have one of \(Self.kinds.joined(separator: ", ")), not \(given.count)")
    }
    guard let answer = entries["answer"] else {
      throw value.error("predict must have an 'answer', which the program's figure is held against")
    }
    let kind = try kind(given[0], kindValue, answer)
    var tolerance = 0.0
    if case .choice = kind {
      if let unused = entries["tolerance"] {
        throw unused.error("tolerance is of no use to choices")
      }
    } else {
      let value = try value.required("tolerance", among: entries)
      tolerance = try value.number()
      guard tolerance > 0 else { throw value.error("tolerance must be positive") }
    }
    return Prediction(
      question: try text(value.required("ask", among: entries)), kind: kind, tolerance: tolerance,
      showing: try entries["do"].map(script) ?? Script(),
      explanation: try text(value.required("explain", among: entries)), source: answer.source)
  }

  private func kind(
    _ key: String, _ value: PresetValue, _ answer: PresetValue
  ) throws(InputError) -> Prediction.Kind {
    switch key {
    case "choose": return try choice(value, answer)
    case "number": return .number(try figure(value), stated: try answer.number())
    case "place": return try place(value, answer)
    default: return try curve(value, answer)
    }
  }

  private func choice(
    _ value: PresetValue, _ answer: PresetValue
  ) throws(InputError) -> Prediction.Kind {
    let options = try value.items("choice").map { item throws(InputError) in
      let entries = try item.entries(["say", "when"])
      return Prediction.Option(
        try item.required("say", among: entries).text(),
        when: try list(item.required("when", among: entries), condition))
    }
    let stated: Int = try answer.whole()
    guard (2...9).contains(options.count) else {
      throw value.error("choose must have from 2 to 9 choices, not \(options.count)")
    }
    guard (1...options.count).contains(stated) else {
      throw answer.error("answer must be the number of a choice, from 1 to \(options.count)")
    }
    return .choice(options, stated: stated)
  }

  private func place(
    _ value: PresetValue, _ answer: PresetValue
  ) throws(InputError) -> Prediction.Kind {
    let entries = try value.entries(["x", "y"])
    return .place(
      x: try figure(value.required("x", among: entries)),
      y: try figure(value.required("y", among: entries)),
      stated: try answer.point(form: "a place [x, y]"))
  }

  private func curve(
    _ value: PresetValue, _ answer: PresetValue
  ) throws(InputError) -> Prediction.Kind {
    let entries = try value.entries(["figure", "at", "range"])
    let at = try value.required("at", among: entries)
    let count = at.node.sequence?.count ?? 0
    guard (2...8).contains(count) else { throw at.error("at must be a list of 2 to 8 numbers") }
    let places = try at.numbers(count, form: "numbers")
    let named = try value.required("figure", among: entries)
    let name = try named.text()
    let figures = try named.reading { try places.map { try FigureReading("\(name) \($0)") } }
    let range = try value.required("range", among: entries)
    let ends = try range.numbers(2, form: "[lowest, highest]")
    guard ends[0] < ends[1] else { throw range.error("range must be [lowest, highest]") }
    return .curve(
      figures, at: places, range: ends[0]...ends[1],
      stated: try answer.numbers(count, form: "a list of \(count) numbers"))
  }
}
