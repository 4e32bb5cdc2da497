import Diffusion

extension Picker {
  /// Other ways to the data, by the commands for them.
  static let priors =
    Arrangement.allCases.map {
      Row(id: "set prior \($0.id)", title: "prior: \($0.title.lowercased())", summary: $0.summary)
    } + [
      Row(
        id: "set prior none", title: "prior: none", summary: "the standard normal: diffusion again"),
      Row(id: "set solver ode", title: "solver: ODE", summary: "the velocity alone"),
      Row(id: "set solver sde", title: "solver: SDE", summary: "noise on the way, same marginals"),
      Row(
        id: "set label-passed on", title: "label passed", summary: "the model is told at every step"
      ),
      Row(
        id: "set label-passed off", title: "label not passed",
        summary: "the start alone has to tell"),
    ]
    + TransportRepair.allCases.map {
      Row(
        id: "set repair \($0.id)", title: "repair: \($0.title.lowercased())", summary: $0.summary)
    }
    + Coupling.allCases.map {
      Row(
        id: "set coupling \($0.id)", title: "coupling: \($0.title.lowercased())",
        summary: $0.summary)
    }
    + [
      Row(
        id: "set path straight-line", title: "path: straight line", summary: "(1-t) clean + t start"
      ),
      Row(
        id: "set path shifted-vp", title: "path: shifted VP",
        summary: "variance-preserving around each start's centre"),
      Row(id: "reflow", title: "reflow", summary: "learn anew the pairs that the network joins"),
      Row(
        id: "compare euler 1 100", title: "one Euler step | a hundred",
        summary: "how straight the ways are"),
      Row(id: "compare ode sde", title: "ODE | SDE", summary: "the same marginals, other labels"),
    ]
}
