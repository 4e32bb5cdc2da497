import TextScreen

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
      self.init(name: state.words.curl.legend, doublingFrom: CurlMap.least)
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

  /// Room left for what stands at the other end of the row.
  private static let reserved = 16

  /// Draws the legend at the left of `rect`, in the longest form that fits.
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let legend = GroundLegend(state, glyphs: surface.glyphs) else { return }
    // The name stands in the frame too, so that it is the first to go.
    let forms = [(legend.name + " ", 2), (legend.name + " ", 1), ("", 1)]
    for (name, cells) in forms {
      let ramp = cells * Ink.densitySteps
      let width = name.count + legend.darkest.count + legend.brightest.count + 2 + ramp
      guard width + reserved <= rect.width else { continue }
      var row = Rect(x: rect.x, y: rect.y, width: width, height: 1)
      surface.fill(row)
      surface.write(name, in: row.takeLeft(name.count), align: .left, style: .dim)
      surface.write(legend.darkest, in: row.takeLeft(legend.darkest.count + 1), align: .left)
      drawRamp(on: &surface, in: row.takeLeft(ramp))
      surface.write(legend.brightest, in: row, align: .right)
      return
    }
  }

  /// The shades as the ground has them: colours, or characters where there are none.
  private static func drawRamp(on surface: inout Surface, in rect: Rect) {
    var map = HalfBlockMap(size: rect.size)
    for x in 0..<map.width {
      let ink = Ink.density(x * Ink.densitySteps / max(1, map.width))
      map[x, 0] = ink
      map[x, 1] = ink
    }
    map.draw(onto: &surface, in: rect)
  }
}
