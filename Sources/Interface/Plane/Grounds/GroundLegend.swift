import TextScreen

/// What the shades under the cloud mean, in one row, from the darkest to the brightest.
struct GroundLegend {
  let name: String
  let darkest: String
  let brightest: String

  init(name: String, darkest: String, brightest: String) {
    self.name = name
    self.darkest = darkest
    self.brightest = brightest
  }

  /// Every shade stands for twice what the one before stands for.
  init(name: String, doublingFrom least: Double) {
    let most = least * Double(1 << (Ink.densitySteps - 1))
    self.init(name: name, darkest: Text.short(least), brightest: Text.short(most))
  }

  /// Room left for what stands at the other end of the row.
  private static let reserved = 16

  /// Draws the legend at the left of `rect`, in the longest form that fits; nothing where there is no
  /// exact density or not what the ground needs, because nothing is shaded then.
  func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard state.marginal != nil, state.view.ground.isPossible(in: state) else { return }
    // The name stands in the frame too, so that it is the first to go.
    let forms = [(name + " ", 2), (name + " ", 1), ("", 1)]
    for (name, cells) in forms {
      let ramp = cells * Ink.densitySteps
      let width = name.count + darkest.count + brightest.count + 2 + ramp
      guard width + Self.reserved <= rect.width else { continue }
      var row = Rect(x: rect.x, y: rect.y, width: width, height: 1)
      surface.fill(row)
      surface.write(name, in: row.takeLeft(name.count), align: .left, style: .dim)
      surface.write(darkest, in: row.takeLeft(darkest.count + 1), align: .left)
      Self.drawRamp(on: &surface, in: row.takeLeft(ramp))
      surface.write(brightest, in: row, align: .right)
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
