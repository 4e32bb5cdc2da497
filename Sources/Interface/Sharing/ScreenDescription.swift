import Diffusion
import TextScreen

/// What the screen shows, in sentences: for screen readers, captions and messages.
public struct ScreenDescription: Sendable {
  /// One sentence for each part of the screen, the most important first.
  public let sentences: [String]

  public init(_ state: AppState) {
    sentences = [
      Self.data(state), Self.moment(state), state.stage.method.runSentence(state),
      state.stage.method.sentence(state),
      Self.model(state),
      Self.guidance(state),
      Self.quality(state), state.frame.reading?.sentence(state), Self.view(state),
    ].compactMap(\.self).map(\.printable)
  }

  public var text: String { sentences.joined(separator: "\n") }

  private static func data(_ state: AppState) -> String {
    let experiment = state.experiment
    let data = experiment.distribution.title
    let name = data == experiment.title ? data : "\(experiment.title), data \(data)"
    let units = state.stage.standardization.map { " Data \($0)." } ?? ""
    return "\(name): \(Text.count(experiment.particles)) points, seed \(experiment.seed).\(units)"
  }

  private static func moment(_ state: AppState) -> String {
    let frame = state.frame
    let way =
      switch frame.direction {
      case .forward: state.words.forward.long
      case .reverse: state.words.reverse.long
      }
    let pace = state.playback.isPlaying ? "playing" : "paused"
    let level = state.relabelling(state.words.level(frame.level))
    return "\(way), \(pace): step \(frame.step) of \(frame.length), time "
      + "\(Text.short(frame.time)) from 0, data, to 1, \(state.farEnd); \(level)."
  }

  private static func model(_ state: AppState) -> String {
    let training = state.training
    let activity =
      switch training.activity {
      case .running: "training at \(Text.count(Int(training.stepsPerSecond))) steps a second"
      case .paused: "training paused"
      case .idle: "not trained"
      }
    let loss = training.losses.latest.map { ", loss \(Text.short($0))" } ?? ""
    let network = "\(activity), step \(Text.count(training.steps))\(loss)"
    return switch state.experiment.model.kind {
    case .exact: "Model exact, the closed-form answer; the network is \(network)."
    case .learned: "Model learned: \(network)."
    }
  }

  private static func guidance(_ state: AppState) -> String? {
    guard let words = GuidanceWords(state) else { return nil }
    let verdict = state.verdict?.accuracy.map {
      "; \(Text.percent($0)) % of the samples have a label asked for"
    }
    return "Asked for \(words.summary), led by \(words.leads[0])\(verdict ?? "")."
  }

  private static func quality(_ state: AppState) -> String? {
    guard let measurement = state.quality.measurement else { return nil }
    let report = measurement.report
    return "Samples: \(report.modesFound) of \(report.modesExpected) modes found; sliced W2 "
      + "\(Text.short(report.slicedW2)), real data has \(Text.short(report.floor.distances.second))."
  }

  private static func view(_ state: AppState) -> String {
    let view = state.view
    let parts = [
      "points coloured by \(state.colour.rawValue)",
      view.field == .off
        ? nil
        : "arrows of the \(view.field.rawValue) \(state.words.field) field",
      view.ground == .off ? nil : "ground shaded by \(view.ground.rawValue)",
      view.shows(.contours) ? "contours around 50, 90 and 99 % of the exact density" : nil,
      view.shows(.trails) ? "trails of a few particles" : nil,
      PlaneLayer.conditional.isSeen(in: state) ? "the conditional path to one end" : nil,
    ]
    return "Shown: \(parts.compactMap(\.self).joined(separator: "; "))."
  }
}
