import Diffusion
import TextScreen

/// How the network's training goes: its loss, its pace and its settings.
public enum TrainingPanel {
  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let training = state.training
    let inner = PanelFrame.draw(
      .training, trailing: variants(of: training), of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      if training.activity == .idle {
        PanelFrame.drawEmpty(
          [
            .label("the network is untrained"),
            .label("press ") + .key("t") + .label(" to train it"),
          ],
          on: &surface, in: inner)
      } else {
        drawTraining(of: state, on: &surface, in: inner)
      }
    }
  }

  private static func variants(of training: TrainingState) -> [String] {
    switch training.activity {
    case .idle: return ["idle"]
    case .paused: return ["paused"]
    case .running:
      guard training.stepsPerSecond > 0 else { return ["starting"] }
      let pace = Text.count(Int(training.stepsPerSecond.rounded()))
      return ["\(pace) steps/s", "\(pace)/s"]
    }
  }

  private static func drawTraining(
    of state: AppState, on surface: inout Surface, in inner: Rect
  ) {
    let training = state.training
    var room = inner
    surface.write(progress(of: training), in: room.takeTop(1))
    let hasSettingsRow = inner.height >= 5
    if hasSettingsRow { surface.write(settings(of: training), in: room.takeTop(1)) }
    if let recovery = training.recoveries.last {
      surface.write(
        message(of: recovery, surface.glyphs, width: room.width), in: room.takeTop(1))
    }
    if training.losses.points.isEmpty && training.activity == .paused {
      let canGoOn = training.trainer != nil
      PanelFrame.drawEmpty(
        [
          .label("weights from a file"),
          .key(canGoOn ? "t" : "T")
            + .label(canGoOn ? " trains on" : " trains a fresh network"),
        ],
        on: &surface, in: room)
      return
    }
    let curve = LossPlot(
      training.losses, steps: training.steps, floor: state.lossFloor, plot: PlotArea(in: room),
      dots: state.dots(of: surface.glyphs))
    curve.draw(on: &surface)
    let between =
      training.activity == .paused
      ? .key("t") + .label(" trains on") : hasSettingsRow ? .label("steps") : brief(of: training)
    curve.drawBetween(between, on: &surface)
  }

  private static func progress(of training: TrainingState) -> StyledText {
    let loss = training.losses.latest.map(Text.short) ?? "-"
    return .label("loss ") + padded(loss) + .label("step  ") + Text.count(training.steps)
  }

  private static func settings(of training: TrainingState) -> StyledText {
    .label("rate ") + padded(Text.short(training.rate)) + .label("batch ")
      + Text.count(training.settings.batch)
  }

  private static func brief(of training: TrainingState) -> StyledText {
    .label("rate ") + Text.short(training.rate) + .label(" batch ")
      + String(training.settings.batch)
  }

  /// What happened the last time the loss exploded.
  private static func message(
    of recovery: Trainer.Recovery, _ glyphs: Glyphs, width: Int
  ) -> StyledText {
    let step = Text.count(recovery.step)
    let rate = Text.short(recovery.newRate)
    let rates = "rate \(Text.short(recovery.oldRate)) \(glyphs.to) \(rate)"
    let what = recovery.learnedNothing ? "learned nothing" : "blew up"
    let lengths = ["\(what) at \(step): \(rates)", "\(what): \(rates)", "\(what): rate \(rate)"]
    let text = lengths.first { glyphs.columns(of: $0) <= width } ?? what
    return StyledText(text, .warning)
  }

  /// Text in a fixed width, so that what follows it keeps its place.
  private static func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(1, 10 - text.count))
  }
}

extension Panel {
  public static let training = Panel(
    id: "training", title: "training", words: TrainingPanel.words, stand: .always,
    height: Height(low: 6, tall: 8),
    absence: { $0.experiment.nothingToLearn },
    draw: TrainingPanel.draw)
}
