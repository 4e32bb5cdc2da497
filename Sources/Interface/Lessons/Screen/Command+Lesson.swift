import Diffusion

extension Command {
  static let lesson: [Command] = [
    Command(
      "lesson", "NAME", example: "the-schedule", "open a lesson",
      choices: { $0.catalogue.lessons.map(\.id) },
      remark: { name, state in state.catalogue.lessons.first { $0.id == name }?.summary }
    ) { value, state in
      let ids = state.catalogue.lessons.map(\.id)
      let known = Spelling.known(value, among: ids)
      guard let entry = state.catalogue.lessons.first(where: { $0.id == known }) else {
        throw UnknownName(name: value, family: "lesson", known: ids)
      }
      return [.lesson(.open(try entry.content()))]
    },
    Command("lesson next", "on to the question, the answer, the next page of the lesson") { _ in
      [.lesson(.on)]
    },
    Command("lesson back", "back in the lesson") { _ in [.lesson(.back)] },
    Command("lesson page", "N", example: "3", "to a page of the lesson, from 1") { value, _ in
      [.lesson(.page(try whole(value).bounded - 1))]
    },
    Command("lesson answer", "NUMBERS", example: "0.6", "answer the question of the page") {
      value, state in
      if let prediction = state.lesson?.page.prediction {
        return [.lesson(.answer(try prediction.guess(value)))]
      }
      return [.lesson(.answer(try value.split(separator: " ").map { try number(String($0)) }))]
    },
    Command("lesson hint", "the next hint of the page, or its text again") { _ in
      [.lesson(.hint)]
    },
    Command("lesson show", "show the answer of the page") { _ in [.lesson(.show)] },
    Command("lesson fold", "only one line of the lesson, or all of it") { _ in [.lesson(.fold)] },
    Command("lesson close", "end the lesson and keep what is on the screen") { _ in
      [.lesson(.close)]
    },
  ]
}
