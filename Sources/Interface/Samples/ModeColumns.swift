import Diffusion
import TextScreen

/// A small column for every mode: its share of the samples against the share it should have.
///
/// Three quarters of the height is the share that real data has. A mode that is lost has a cross in the
/// place of its column, and one of which so few samples tell nothing a question mark.
struct ModeColumns: Sendable {
  private struct Column {
    var height: Double
    var verdict: ModeCensus.Verdict
    var label: Int
  }

  private let modes: [ModeCensus.Mode]

  init(_ census: ModeCensus) {
    modes = census.modes
  }

  func draw(on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty, !modes.isEmpty else { return }
    let columns = columns(atMost: rect.width)
    let pitch = min(4, max(1, rect.width / columns.count))
    let width = max(1, pitch - 1)
    for (index, column) in columns.enumerated() {
      let strip = Rect(
        x: rect.x + index * pitch, y: rect.y, width: width, height: rect.height)
      switch column.verdict {
      case .found:
        surface.drawColumns(
          Array(repeating: column.height, count: width), in: strip,
          style: Style(.label(column.label)))
      case .lost:
        surface[strip.x + width / 2, strip.maxY - 1] = Cell(surface.glyphs.cross, .danger)
      case .untold:
        surface[strip.x + width / 2, strip.maxY - 1] = Cell("?", .dim)
      }
    }
  }

  /// One column for each mode; where there are more modes than columns of the screen, each stands
  /// for a few and shows the worst of them.
  private func columns(atMost width: Int) -> [Column] {
    let group = (modes.count + width - 1) / width
    return stride(from: 0, to: modes.count, by: group).map { start in
      let members = start..<min(start + group, modes.count)
      return members.map(column).min { $0.height < $1.height } ?? column(of: start)
    }
  }

  private func column(of index: Int) -> Column {
    let mode = modes[index]
    let ratio = mode.realShare > 0 ? mode.share / mode.realShare : 0
    return Column(height: 0.75 * ratio, verdict: mode.verdict, label: index)
  }
}
