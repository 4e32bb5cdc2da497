import Diffusion
import Foundation

extension BoundStudy: KeptStudy {
  var table: StudyTable { StudyTable(self) }
  var figure: StudyFigure { StudyFigure(self) }
}

extension StudyTable {
  /// A row for every part: the prior's, and those of the steps from t on.
  init(_ study: BoundStudy) {
    header = ["part", "t", "nats", "nats_error", "weight_bound", "weight_simple", "variance"]
    var rows: [[String]] = []
    if let prior = study.bound?.prior {
      rows.append(
        ["prior", "\(study.timesteps)", "\(prior.value)", "\(prior.error)", "", "", ""])
    }
    for (index, term) in study.terms.enumerated() {
      let value = index == 0 ? term.value + study.unit : term.value
      rows.append([
        index == 0 ? "reconstruction" : "step", "\(index + 1)", "\(value)", "\(term.error)",
        "\(study.weights[index] / study.meanWeight)", "1", study.variance.rawValue,
      ])
    }
    self.rows = rows
  }
}

extension StudyFigure {
  /// The logarithms of the weights of both losses, and of the terms in times of their mean.
  init(_ study: BoundStudy) {
    func series(_ name: String, _ values: [Double], from first: Int) -> Series {
      let places = values.enumerated().filter { $1 > 0 && $1.isFinite }
      return Series(
        name: name,
        places: places.map { Place(x: Double(first + $0), y: log($1), deviation: nil) })
    }
    let mean = study.steps.reduce(0, +) / Double(max(1, study.steps.count))
    self.init(
      title: "the bound by levels, variance \(study.variance.rawValue)", across: "t",
      up: "ln of the share, 0 for the mean",
      series: [
        series("weight in the bound", study.relativeWeights, from: 1),
        series("weight in the simple loss", study.weights.map { _ in 1 }, from: 1),
        series("term L_t", study.steps.map { $0 / (mean > 0 ? mean : 1) }, from: 2),
      ], names: [])
  }
}
