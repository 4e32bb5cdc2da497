import Diffusion

extension Command {
  static let view: [Command] = [
    look("view score", "the score field as arrows", ViewOptions.Field.self) { $0.field = $1 },
    look("view ground", "what is shaded under the cloud", ViewOptions.Ground.self) {
      $0.ground = $1
    },
    look("view colour", "what the points are coloured by", ViewOptions.Colour.self) {
      $0.colour = $1
    },
    look("view curve", "which curve of the schedule", ViewOptions.Curve.self) { $0.curve = $1 },
    look("view dots", "how dots are drawn", Glyphs.Dots.self) { $0.dots = $1 },
    Command("view contours", "on|off", "lines around the exact density", choices: onOrOff) {
      value, state in
      var view = state.view
      view.showsContours = try switched(value)
      return [.look(view)]
    },
    Command("view trails", "on|off", "the paths of a few particles", choices: onOrOff) {
      value, state in
      var view = state.view
      view.showsTrails = try switched(value)
      return [.look(view)]
    },
    Command(
      "zoom", "in|out|whole", "closer, further away, the whole plane",
      choices: { _ in ["in", "out", "whole"] }
    ) { value, _ in
      switch value {
      case "in": return [.zoom(closer: true)]
      case "out": return [.zoom(closer: false)]
      case "whole": return [.resetCamera]
      default: throw UnknownName(name: value, family: "zoom", known: ["in", "out", "whole"])
      }
    },
    Command("particle", "N", "look into a particle") { value, state in
      let wanted = try whole(value)
      guard (0..<state.experiment.particles).contains(wanted) else {
        throw CommandError("particles are numbered from 0 to \(state.experiment.particles - 1)")
      }
      return [.selectParticle(offset: wanted - state.particle)]
    },
    Command(
      "panel", "NAME", "give a panel the keys",
      choices: { _ in PanelID.allCases.map(\.rawValue) }
    ) { value, _ in
      let wanted = try member(value, of: PanelID.self, called: "panel")
      return [.show(wanted)]
    },
  ]

  static let program: [Command] = [
    Command("save weights", "write the network into a file") { _ in [.saveWeights] },
    Command("save preset", "write the experiment into a file") { _ in [.savePreset] },
    Command("help", "every key") { _ in [.toggleHelp] },
    Command("quit", "leave; unsaved training asks first") { _ in [.requestQuit] },
  ]

  private static func look<Family: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ summary: String, _ family: Family.Type,
    _ change: @escaping @Sendable (inout ViewOptions, Family) -> Void
  ) -> Command where Family.RawValue == String {
    Command(name, "NAME", summary, choices: { _ in family.allCases.map(\.rawValue) }) {
      value, state in
      var view = state.view
      change(&view, try member(value, of: family, called: name))
      return [.look(view)]
    }
  }
}
