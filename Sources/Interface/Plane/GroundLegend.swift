/// What the shades under the cloud mean, in one row, from the darkest to the brightest.
struct GroundLegend: Equatable {
  let name: String
  let darkest: String
  let brightest: String

  /// The legend of what is shaded now; nil where nothing is.
  init?(_ state: AppState, glyphs: Glyphs) {
    let minus = glyphs.unicodeText ? "−" : "-"
    let hasNetwork = state.training.weights != nil
    switch state.view.ground {
    case _ where state.marginal == nil: return nil
    case .density:
      self.init(name: "exact density", darkest: "low", brightest: "high")
    case .energy:
      let nats = "\(Ink.densitySteps - 1) nats up"
      self.init(name: "energy \(minus)log p", darkest: nats, brightest: "lowest")
    case .error where hasNetwork:
      self.init(name: "|learned \(minus) exact|", doublingFrom: ErrorMap.least)
    case .curl where hasNetwork:
      let name = state.isTransport ? "|curl of error|" : "|curl|"
      self.init(name: name, doublingFrom: CurlMap.least)
    case .off, .error, .curl, .tilted, .tiltedHere:
      return nil
    }
  }

  private init(name: String, darkest: String, brightest: String) {
    self.name = name
    self.darkest = darkest
    self.brightest = brightest
  }

  /// Every shade stands for twice what the one before stands for.
  private init(name: String, doublingFrom least: Double) {
    let most = least * Double(1 << (Ink.densitySteps - 1))
    self.init(name: name, darkest: Text.short(least), brightest: Text.short(most))
  }

  private var width: Int {
    name.count + darkest.count + brightest.count + 3 + 2 * Ink.densitySteps
  }

  /// Room left for what stands at the other end of the row.
  private static let reserved = 20

  /// Draws the legend at the left of `rect`, if it fits.
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard surface.glyphs.haveGround, let legend = GroundLegend(state, glyphs: surface.glyphs),
      legend.width + reserved <= rect.width
    else { return }
    surface.fill(Rect(x: rect.x, y: rect.y, width: legend.width, height: 1))
    var column = rect.x
    column += surface.write(legend.name + " ", column: column, row: rect.y, style: .dim)
    column += surface.write(legend.darkest + " ", column: column, row: rect.y)
    for step in 0..<2 * Ink.densitySteps {
      surface[column, rect.y] = Cell("█", Style(.density(step / 2)))
      column += 1
    }
    surface.write(" " + legend.brightest, column: column, row: rect.y)
  }
}
