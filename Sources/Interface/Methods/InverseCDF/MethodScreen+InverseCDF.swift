import Diffusion
import TextScreen

extension MethodScreen {
  static let inverseCDF = MethodScreen.atOnce(
    .inverseCDF, predictor: "quantiles",
    forward: RunWords(short: "to uniform", long: "Forward, to uniform numbers"),
    reverse: RunWords(short: "to data", long: "Reverse, to the data"),
    way: "by the distribution functions", maker: "map", start: "uniform numbers",
    name: "inverse CDF", plane: InverseCDFPlane(), comparison: .inverseCDF,
    offers: MethodOffers(
      commands: Command.axes, ways: { $0.experiment.axes == nil ? [] : Picker.axes },
      panels: [.quantiles]),
    stage: { InverseCDFStage($0, replacing: $1) })
}

extension ComparisonWords {
  static let inverseCDF = ComparisonWords(
    families: [ContrastFamily(AxisOrder.self) { $0.axes = $1 }],
    presets: [
      ContrastPreset(
        words: "xy yx", title: "x first | y first",
        summary: "by the inverse CDF: the order of the axes changes the map, not the samples")
    ],
    difference: { experiment, other in
      guard let axes = experiment.axes, axes != other.axes else { return [] }
      return (other.axes == nil ? ["inverse CDF"] : []) + [axes.words]
    }, namesSampler: true,
    changes: { experiment, _ in experiment.axes.map { [$0.words] } ?? [] })
}

extension Command {
  /// The order of the axes.
  static let axes = [
    Command(
      "set axes", "xy|yx", example: "yx", "which coordinate inverse-cdf maps first",
      choices: { $0.experiment.axes == nil ? [] : AxisOrder.allCases.map(\.rawValue) },
      current: { $0.experiment.axes?.rawValue }
    ) { value, state in
      guard state.experiment.axes != nil else {
        throw CommandError("only inverse-cdf maps one axis first; 'preset inverse-cdf' shows it")
      }
      var changed = state.experiment
      changed.axes = try member(value, of: AxisOrder.self, called: "order of axes")
      return [.experiment(.change(changed))]
    }
  ]
}

extension Picker {
  /// Both orders of the axes, by the commands for them.
  static let axes = AxisOrder.allCases.map { axes in
    Row(
      id: "set axes \(axes.rawValue)", title: "axes: \(axes.words)",
      summary: "of inverse-cdf: \(axes.names[0]) by its marginal, \(axes.names[1]) given it")
  }
}
