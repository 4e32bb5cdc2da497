/// One number about samples or their model, with what is needed to judge it.
public struct QualityFigure: Sendable, Equatable {
  /// The names that lead to the figure, as in JSON: `["energy", "squared_v"]`.
  public let path: [String]
  /// The mean over the seeds.
  public let value: Double
  /// The numbers that the value is the sum of, or sums up, where each is of interest; their means over
  /// the seeds.
  public let terms: [Double]?
  /// The same measure taken on real data in place of samples, the mean over real clouds and seeds:
  /// no sample can be expected to do better.
  public let floor: Double?
  /// What the exact distribution itself would score with infinitely many samples.
  public let ideal: Double?
  /// The standard deviation of the value over the seeds; nil for a single one.
  public let deviation: Double?
  /// The number of points that were measured, for each seed.
  public let count: Int
  /// How the measure is defined, in one line without commas.
  public let definition: String

  public init(
    _ path: [String], _ value: Double, terms: [Double]? = nil, floor: Double? = nil,
    ideal: Double? = nil, deviation: Double? = nil, count: Int, definition: String
  ) {
    self.path = path
    self.value = value
    self.terms = terms
    self.floor = floor
    self.ideal = ideal
    self.deviation = deviation
    self.count = count
    self.definition = definition
  }

  /// The name in tables: `energy.squared_v`.
  public var name: String { path.joined(separator: ".") }
}

extension QualityFigure {
  /// The figures of several seeds as their means; all seeds have the same figures.
  public static func means(of seeds: [[QualityFigure]]) -> [QualityFigure] {
    guard let first = seeds.first, seeds.count > 1 else { return seeds.first ?? [] }
    return first.indices.map { index in
      let figures = seeds.map { $0[index] }
      let values = figures.map(\.value)
      return QualityFigure(
        first[index].path, mean(values), terms: meanTerms(of: figures),
        floor: meanOfAll(figures.map(\.floor)),
        ideal: meanOfAll(figures.map(\.ideal)), deviation: deviation(values),
        count: first[index].count, definition: first[index].definition)
    }
  }

  private static func meanTerms(of figures: [QualityFigure]) -> [Double]? {
    let lists = figures.compactMap(\.terms)
    guard lists.count == figures.count else { return nil }
    return lists[0].indices.map { index in mean(lists.map { $0[index] }) }
  }

  static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func meanOfAll(_ values: [Double?]) -> Double? {
    let present = values.compactMap { $0 }
    return present.count == values.count ? mean(present) : nil
  }

  /// The standard deviation of a sample, its sum of squares divided by one less than its size.
  private static func deviation(_ values: [Double]) -> Double {
    let centre = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
