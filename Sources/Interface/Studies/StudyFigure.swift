import Diffusion

/// The curves of a study, as they are drawn in a paper.
public struct StudyFigure: Sendable {
  public struct Place: Sendable {
    let x: Double
    let y: Double
    /// How far single seeds are from it; nil of a single seed.
    let deviation: Double?

    init(x: Double, y: Double, deviation: Double?) {
      self.x = x
      self.y = y
      self.deviation = deviation
    }

    /// The mean of some values with their standard deviation.
    ///
    /// - Parameter values: at least one.
    public init(x: Double, of values: [Double]) {
      let spread = Spread(values)
      self.init(x: x, y: spread.mean, deviation: spread.deviation)
    }
  }

  /// A curve with its name in the legend.
  public struct Series: Sendable {
    let name: String
    let places: [Place]

    public init(name: String, places: [Place]) {
      self.name = name
      self.places = places
    }
  }

  let title: String
  let across: String
  let up: String
  let isLogarithmic: Bool
  let series: [Series]
  /// Real data against real data, on the scale of the first series.
  var floor = Spread()
  /// What stands below the axis, where that is no numbers.
  var names: [String] = []

  /// Curves over linear axes.
  ///
  /// - Parameters:
  ///   - across: what the horizontal axis shows.
  ///   - up: what the vertical axis shows.
  ///   - names: what stands below places 0, 1, ... in place of numbers.
  public init(title: String, across: String, up: String, series: [Series], names: [String]) {
    self.title = title
    self.across = across
    self.up = up
    isLogarithmic = false
    self.series = series
    self.names = names
  }

  init(_ chart: QualityChart) {
    title = "sliced W2 to real data; \(chart.size.words[0])"
    across = "model calls"
    up = "sliced W2"
    isLogarithmic = true
    floor = chart.floors
    series = chart.samplers.enumerated().map { index, sampler in
      Series(
        name: sampler.title,
        places: chart.results.filter { $0.sampler == index }.map {
          Place(x: Double($0.calls), y: $0.distance, deviation: $0.distances.deviation)
        })
    }
  }

  init(_ budget: ErrorBudget) {
    title = "error budget of sliced W2; \(budget.size.words[0])"
    across = "where the error comes from"
    up = "sliced W2 added"
    isLogarithmic = false
    names = ErrorBudget.Part.allCases.map(\.rawValue)
    let places = ErrorBudget.Part.allCases.enumerated().compactMap { index, part in
      budget.spread(of: part).map { Place(x: Double(index), y: $0.mean, deviation: $0.deviation) }
    }
    series = [Series(name: "part", places: places)]
  }

  init(_ curve: WeightCurve) {
    title = "guidance by weight; \(curve.size.words[0])"
    across = "weight of guidance"
    up = "Frechet distance squared, shares"
    isLogarithmic = false
    let all: [(String, (WeightCurve.Result) -> Spread)] = [
      ("Frechet distance squared", { $0.frechet }), ("label accuracy", { $0.accuracy }),
      ("spread ratio", { $0.spread }),
    ]
    series = all.map { name, spread in
      let places = curve.results.map { result -> Place in
        let figures = spread(result)
        return Place(x: result.weight, y: figures.mean, deviation: figures.deviation)
      }
      return Series(name: name, places: places.filter(\.y.isFinite))
    }
  }
}
