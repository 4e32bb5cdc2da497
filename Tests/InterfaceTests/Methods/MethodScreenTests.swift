import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("What the screen says of methods")
struct MethodScreenTests {
  @Test("every method has a screen or says at the opening that it has none")
  func openings() throws {
    for method in Method.allCases {
      var experiment = Experiment.small
      experiment.methodSpecification = MethodSpecification(method)
      let isShown = MethodScreen.all.contains { $0.method == method }
      do {
        _ = try AppState(experiment: experiment, size: Size(columns: 120, rows: 40))
        #expect(isShown)
      } catch {
        // A transport wants a schedule that is a path: that is no lack of the screen.
        #expect(isShown ? error.path != ["method"] : error.path == ["method"])
        #expect(isShown || error.description.contains("not on the screen yet"))
      }
    }
  }

  @Test("the header is as wide whichever way time runs")
  func evenHeader() {
    for screen in MethodScreen.all {
      #expect(!screen.forward.short.isEmpty && !screen.reverse.short.isEmpty)
      #expect(screen.reverse.short.count <= screen.forward.short.count + 2, "\(screen.method.id)")
    }
  }

  @Test(
    "what a method does not read cannot be compared: both sides would be the same",
    arguments: [
      ("compare linear cosine", "schedule"), ("compare ddpm ddim", "sampler"),
      ("compare steps 10 100", "sampler"),
    ])
  func comparisons(line: String, key: String) throws {
    for method in Method.allCases {
      var experiment = Experiment.small
      experiment.methodSpecification = MethodSpecification(method)
      if let sampler = method.samplers.first { experiment.sampler.kind = sampler }
      let size = Size(columns: 80, rows: 24)
      guard var state = try? AppState(experiment: experiment, size: size) else { continue }
      for action in try Command.actions(for: line, in: state) { _ = state.update(action) }
      if method.unreadKeys.contains(key) {
        #expect(!state.isComparing && state.notice != nil, "\(method.id)")
      } else if state.isComparing {
        let names = Side.allCases.map { state.history.present.name(of: $0, direction: .reverse) }
        #expect(names[0] != names[1], "\(method.id)")
      }
    }
  }
}
