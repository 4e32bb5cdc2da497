import Diffusion
import TextScreen

extension Command {
  /// What is seen, and where from; layers that have no place among the others come last.
  static let view: [Command] =
    table + conditional
    + PlaneLayer.known.compactMap(switching).filter { new in
      !table.contains { $0.name == new.name }
    }

  private static let table: [Command] = [
    look("view score", example: "exact", "the score field as arrows", ViewOptions.Field.self) {
      $0.field = $1
    },
    look("view ground", example: "error", "what is shaded under the cloud", ViewOptions.Ground.self)
    {
      $0.ground = $1
    },
    look(
      "view colour", example: "label", "what the points are coloured by", ViewOptions.Colour.self
    ) {
      $0.colour = $1
    },
    look("view curve", example: "alpha-bar", "which curve of the schedule", ViewOptions.Curve.self)
    { $0.curve = $1 },
    look("view dots", example: "ascii", "how dots are drawn", Glyphs.Dots.self) { $0.dots = $1 },
    look("view ramp", example: "cividis", "the colours of density", DensityRamp.self) {
      $0.ramp = $1
    },
    look("view motion", example: "reduced", "how much moves by itself", ViewOptions.Motion.self) {
      $0.motion = $1
    },
    Command(
      "view theme", "NAME", example: "light", "the colours",
      choices: { _ in Theme.allCases.map(\.id) },
      remark: { name, _ in Theme(named: name)?.summary }
    ) { value, state in
      guard let theme = Theme(named: value) else {
        throw UnknownName(name: value, family: "theme", known: Theme.allCases.map(\.id))
      }
      var view = state.view
      view.theme = theme
      return [.plane(.look(view))]
    },
    switching(.contours),
    look(
      "view opinions", example: "lattice", "the answers that guidance compares",
      ViewOptions.Opinions.self
    ) {
      $0.opinions = $1
    },
    switching(.trails),
    switching(.tubes),
    look(
      "view flow", example: "streams", "the score field as arrows, streams or tracers",
      ViewOptions.Flow.self
    ) {
      $0.flow = $1
    },
    switching(.lobes),
    look(
      "view audience", example: "presenter", "for somebody who works, or a class that watches",
      ViewOptions.Audience.self
    ) { $0.audience = $1 },
    toggle("view film", "the run at several levels side by side") { $0.showsFilm = $1 },
    toggle("view coordinate", "one coordinate of the trails against time") {
      $0.showsCoordinate = $1
    },
    toggle("view ghosts", example: "off", "other schedules behind the curve") {
      $0.showsGhosts = $1
    },
    toggle("view snap", example: "off", "control points at round numbers") { $0.snaps = $1 },
    toggle("view solo", "the panel with the keys alone in its column") { $0.isSolo = $1 },
    Command(
      "zoom", "in|out|whole", example: "in", "closer, further away, the whole plane",
      choices: { _ in ["in", "out", "whole"] }
    ) { value, _ in
      switch value {
      case "in": return [.plane(.zoom(closer: true))]
      case "out": return [.plane(.zoom(closer: false))]
      case "whole": return [.plane(.resetCamera)]
      default: throw UnknownName(name: value, family: "zoom", known: ["in", "out", "whole"])
      }
    },
    Command(
      "camera", "X Y ZOOM", example: "0 0 2",
      "look at a place, from the middle in half heights of the whole",
      current: { "\($0.view.camera.centre.x) \($0.view.camera.centre.y) \($0.view.camera.zoom)" }
    ) { value, state in
      var view = state.view
      view.camera = try camera(value)
      return [.plane(.look(view))]
    },
    Command(
      "particle", "N", example: "7", "look into a particle", current: { String($0.particle) }
    ) { value, state in
      let wanted = try whole(value)
      guard (0..<state.experiment.particles).contains(wanted) else {
        throw CommandError("particles are numbered from 0 to \(state.experiment.particles - 1)")
      }
      return [.plane(.selectParticle(offset: wanted - state.particle))]
    },
    Command(
      "panel", "NAME", example: "samples", "give a panel the keys",
      choices: { state in
        Panel.all.filter { $0.absence(state) == nil }.map(\.id)
      }
    ) { value, state in
      let wanted = try Panel.named(value)
      if let reason = wanted.absence(state) { throw CommandError(reason) }
      return [.panels(.show(wanted))]
    },
  ].compactMap(\.self)

  /// The command that shows and hides a layer; nil where it has no switch.
  private static func switching(_ layer: PlaneLayer) -> Command? {
    layer.toggle.map { switching in
      toggle(
        "view \(switching.word)", example: switching.isOnAtFirst ? "off" : "on", switching.summary
      ) { $0.show(layer, $1) }
    }
  }

  /// A camera in the words of the command: a place and a zoom.
  private static func camera(_ text: String) throws -> Camera {
    let numbers = try text.split(separator: " ").map { try number(String($0)) }
    guard numbers.count == 3, Camera.zoomLimits.contains(numbers[2]) else {
      let (least, most) = (Camera.zoomLimits.lowerBound, Camera.zoomLimits.upperBound)
      throw CommandError(
        "'\(text)' is no camera: say x, y and a zoom from \(Text.short(least)) to"
          + " \(Text.short(most)), such as 0 0 1")
    }
    return Camera(centre: Point(numbers[0], numbers[1]), zoom: numbers[2])
  }

  private static func toggle(
    _ name: String, example: String = "on", _ summary: String,
    _ change: @escaping @Sendable (inout ViewOptions, Bool) -> Void
  ) -> Command {
    Command(name, "on|off", example: example, summary, choices: onOrOff) { value, state in
      var view = state.view
      change(&view, try switched(value))
      return [.plane(.look(view))]
    }
  }

  private static func look<Family: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, example: String, _ summary: String, _ family: Family.Type,
    _ change: @escaping @Sendable (inout ViewOptions, Family) -> Void
  ) -> Command where Family.RawValue == String {
    Command(
      name, "NAME", example: example, summary, choices: { _ in family.allCases.map(\.rawValue) }
    ) {
      value, state in
      var view = state.view
      change(&view, try member(value, of: family, called: name))
      return [.plane(.look(view))]
    }
  }
}
