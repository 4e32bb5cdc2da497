import TextScreen

extension ViewOptions.Ground {
  /// How far two jumps of a network are from one over the same way, at every place where points come.
  static let defect = ViewOptions.Ground(
    rawValue: "defect", need: .jumps,
    notice: { _ in
      "ground: composition defect, |one jump - two| to the data; every shade doubles it, from 0.01"
    }, caption: { _ in "defect" }, lack: "no network of jumps, no defect",
    draw: { moment, marginal, raster, surface in
      ErrorMap.paint(
        moment.state.words.plane.defect(moment.state), marginal, raster, on: &surface,
        space: moment.space)
    },
    drawLegend: {
      GroundLegend(name: "|1 jump \($1.glyphs.minus) 2|", doublingFrom: ErrorMap.least)
        .draw($0, on: &$1, in: $2)
    })
}
