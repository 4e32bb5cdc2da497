import Diffusion
import Testing
import TextScreen

@testable import Interface

/// The examples of the command language are commands.
@Suite struct CommandExamplesTests {
  @Test("Every command that takes a value has an example, and every example does something")
  func examples() throws {
    var guided = Experiment()
    guided.guidance = GuidanceSpecification()
    guided.guidance?.label = "north"
    guided.guidance?.weight = 2
    var moved = Experiment()
    try moved.arrange(.named("opposite"))
    var painted = Experiment()
    painted.distribution = .named(.digits)
    painted.methodSpecification = MethodSpecification(
      LatentSettings(
        region: .painted([LatentRegion.Disc(centre: Point(0.5, -1), radius: 0.4)])))
    let two = PresetEntry(
      name: "two-moons", summary: "", content: .success(Experiment(title: "Two")))
    // Other methods by their usual settings; that of priors is the one above.
    let methods = Method.allCases.map { method in
      var experiment = Experiment()
      experiment.methodSpecification = MethodSpecification(method)
      if let sampler = method.samplers.first { experiment.sampler.kind = sampler }
      return experiment
    }.filter { (try? Laboratory($0)) != nil }
    let lesson = LessonEntry(id: "the-schedule", title: "", summary: "") {
      Lesson(
        id: "the-schedule", title: "", summary: "", topics: [],
        pages: [LessonPage(title: "", experiment: .small, source: "")])
    }
    let states = try ([Experiment(), guided, moved, painted] + methods).map { experiment in
      var state = try AppState(
        experiment: experiment, presets: [two], size: Size(columns: 120, rows: 40))
      state.catalogue.lessons = [lesson]
      return state
    }
    for command in Command.all {
      if command.value != nil && !command.mayBeEmpty {
        #expect(command.example != command.name, "\(command.name) has no example")
      }
      let outcomes = states.map { state in
        Result { try Command.actions(for: command.example, in: state) }
      }
      let isUnderstood = outcomes.contains { (try? $0.get()) != nil }
      let reasons = outcomes.compactMap { outcome -> String? in
        if case .failure(let error) = outcome { "\(error)" } else { nil }
      }
      #expect(isUnderstood, "\(command.example): \(reasons)")
    }
  }

  @Test("Examples that set something change the experiment or the view")
  func examplesDoSomething() throws {
    let state = try AppState(experiment: Experiment(), size: Size(columns: 120, rows: 40))
    for command in Command.all
    where command.name.hasPrefix("set ") || command.name.hasPrefix("view ") {
      guard let actions = try? Command.actions(for: command.example, in: state),
        command.name != "set guidance autoguidance"
      else { continue }
      #expect(!actions.allSatisfy { $0.ofFeature.changesNothing(in: state) }, "\(command.example)")
    }
  }
}
