import Diffusion
import Foundation
import TextScreen

/// Encoded data beside the standard normal: a small plane of two numbers, or a histogram of one.
struct LatentPlot {
  private let latents: [Point]
  private let labels: [Int]
  /// Whether there are two numbers.
  let isPlane: Bool

  /// How far the plot reaches to every side of 0, in standard deviations of the prior.
  private static let reach = 3.2

  init(_ insight: LatentInsight, labels: [Int]) {
    latents = insight.latents
    self.labels = Array(labels.prefix(insight.latents.count))
    isPlane = insight.model.latents == 2
  }

  func draw(on surface: inout Surface, in rect: Rect) {
    if rect.height < 2 || rect.width < 8 { return }
    isPlane ? drawPlane(on: &surface, in: rect) : drawStrip(on: &surface, in: rect)
  }

  /// The latents in the colours of their labels, with the circles of one and of two standard
  /// deviations of the prior.
  private func drawPlane(on surface: inout Surface, in rect: Rect) {
    var room = rect
    let foot = room.takeBottom(rect.height > Self.tall ? 1 : 0)
    let legends = ["dotted: the prior, one std, two", "dotted: prior, 1 and 2 std", "dots: prior"]
    let legend = legends.first { $0.count <= foot.width } ?? ""
    surface.write(.label(legend), in: foot)
    var canvas = DotCanvas(size: room.size, dots: surface.glyphs.dots)
    let cell = canvas.dots.perCell
    let (width, height) = (
      Double(room.width * cell.columns), Double(room.height * cell.rows)
    )
    // A cell is about twice as high as wide.
    let unit = min(width / Double(cell.columns), 2 * height / Double(cell.rows)) / (2 * Self.reach)
    let scale = Place(unit * Double(cell.columns), -unit * Double(cell.rows) / 2)
    let centre = Place(width / 2, height / 2)
    for radius in [1.0, 2.0] {
      let count = max(8, Int(2 * Double.pi * radius * scale.x / Self.gap))
      for number in 0..<count {
        let angle = 2 * Double.pi * Double(number) / Double(count)
        canvas.plot(at: centre + radius * Place(cos(angle), sin(angle)) * scale, ink: .ghost)
      }
    }
    canvas.plot(latents, middle: .zero, at: centre, scale: scale, inks: .labels(labels))
    canvas.draw(onto: &surface, in: room)
  }

  /// How far the dots of a circle are apart, in dots.
  private static let gap = 3.0
  /// From more rows on there is one for what the circles are.
  private static let tall = 8

  /// A histogram of the latents over the density of the prior.
  private func drawStrip(on surface: inout Surface, in rect: Rect) {
    let plot = PlotArea(in: rect)
    let columns = plot.area.width
    guard columns > 1, plot.area.height > 1 else { return }
    plot.drawEnds(
      left: Text.short(-Self.reach), right: Text.short(Self.reach), on: &surface)
    var counts = [Int](repeating: 0, count: columns)
    for latent in latents {
      let column = Int(
        ((latent.x + Self.reach) / (2 * Self.reach) * Double(columns)).rounded(.down))
      if counts.indices.contains(column) { counts[column] += 1 }
    }
    let step = 2 * Self.reach / Double(columns)
    let top = Self.air * StandardNormal.density(0)
    for (column, count) in counts.enumerated() {
      let density = Double(count) / (Double(max(1, latents.count)) * step)
      var eighths = Int((min(1, density / top) * Double(8 * plot.area.height)).rounded())
      for row in plot.area.rows.reversed() where eighths > 0 {
        surface[plot.area.x + column, row] = Cell(
          surface.glyphs.lowerBlock(eighths: min(8, eighths)), Style(.accent))
        eighths -= 8
      }
    }
    let normal = plot.places(
      { share in
        Place(share, StandardNormal.density(Self.reach * (2 * share - 1)) / top)
      }, dots: surface.glyphs.dots)
    plot.draw(through: normal, dots: surface.glyphs.dots, ink: .curve, on: &surface)
    plot.drawBetween(
      .label("z of data; line: prior"), near: plot.area.x + columns / 2,
      left: Text.short(-Self.reach), right: Text.short(Self.reach), on: &surface)
  }

  /// How much higher a histogram may be than the prior.
  private static let air = 2.0
}
