import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

/// States to draw, and a sheet that shows what a panel touched.
enum PanelsFixture {
  typealias Draw = @Sendable (AppState, inout Surface, Rect) -> Void

  static let sizes = [
    Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 40, rows: 12),
    Size(columns: 80, rows: 24), Size(columns: 200, rows: 60),
  ]

  static let ladder: [Glyphs] = [.braille, .halfBlock, .ascii]

  /// The side panels by name.
  static let panels: [String: Draw] = [
    "schedule": { SchedulePanel.draw($0, on: &$1, in: $2) },
    "training": { TrainingPanel.draw($0, on: &$1, in: $2) },
    "quality": { QualityPanel.draw($0, on: &$1, in: $2) },
    "guidance": { GuidancePanel.draw($0, on: &$1, in: $2) },
    "inspector": { InspectorPanel.draw($0, on: &$1, in: $2) },
  ]

  /// An experiment that is cheap in a debug build.
  static func experiment(
    _ schedule: ScheduleSpecification = ScheduleSpecification(), sampler: Sampler = .ddpm,
    model: ModelSpecification.Kind = .exact
  ) -> Experiment {
    Experiment(
      schedule: schedule,
      model: ModelSpecification(kind: model, network: NetworkSpecification(hidden: [4])),
      training: TrainingSpecification(batch: 8),
      sampler: SamplerSpecification(kind: sampler), particles: 64)
  }

  static func state(
    _ experiment: Experiment = experiment(), size: Size = Size(columns: 120, rows: 40)
  ) throws -> AppState {
    var state = try AppState(experiment: experiment, size: size)
    _ = state.update(.time(.togglePlay))
    return state
  }

  /// A state in reverse, so many steps into the run.
  static func reverse(_ experiment: Experiment, step: Int) throws -> AppState {
    var player = Player(from: try state(experiment))
    player.perform(.time(.toggleDirection))
    // The adaptive solver makes no step ahead that nobody asked for: the next one is asked for too.
    let isAsked = experiment.sampler.kind == .ode
    let length = player.state.stage.length(.reverse)
    for goal in isAsked ? [min(step + 1, length), step] : [step] {
      player.perform(.time(.seek(step: goal)))
      for _ in 0..<1000 where player.state.playback.target != nil {
        player.perform(.time(.tick(seconds: 0.01, work: 64_000)))
      }
    }
    #expect(player.state.frame.step == step)
    return player.state
  }

  /// A report of a training with the given losses.
  static func report(_ state: AppState, losses: [Double]) -> TrainingReport {
    var report = TrainingReport(trainer: state.stage.laboratory.trainer())
    report.steps = losses.count
    report.losses = losses.enumerated().map {
      LossCurve.Point(step: $0.offset + 1, loss: $0.element)
    }
    return report
  }

  /// Draws in a part of a sheet full of marks and gives the sheet back.
  static func sheet(
    _ draw: Draw, _ state: AppState, in rect: Rect, on size: Size, glyphs: Glyphs = .braille
  ) -> Surface {
    var surface = Surface(size: size, glyphs: glyphs)
    surface.fill(surface.bounds, with: mark)
    draw(state, &surface, rect)
    return surface
  }

  /// The first cell outside a rectangle that was drawn on.
  static func firstMark(of sheet: Surface, outside rect: Rect) -> String? {
    for row in 0..<sheet.size.rows {
      for column in 0..<sheet.size.columns
      where !rect.contains(column: column, row: row) && sheet[column, row] != mark {
        return "\(column), \(row) has \(sheet[column, row])"
      }
    }
    return nil
  }

  static let mark = Cell("#", Style(.trail(7), on: .label(3)))

  /// Draws on a sheet of its own.
  static func picture(
    _ draw: Draw, _ state: AppState, _ size: Size, glyphs: Glyphs = .braille
  ) -> Surface {
    var surface = Surface(size: size, glyphs: glyphs)
    draw(state, &surface, Rect(size))
    return surface
  }

  static func text(
    _ draw: Draw, _ state: AppState, _ size: Size, glyphs: Glyphs = .braille
  ) -> String {
    picture(draw, state, size, glyphs: glyphs).plainText
  }
}
