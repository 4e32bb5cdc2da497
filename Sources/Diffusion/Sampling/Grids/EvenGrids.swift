extension GridKind {
  /// Even steps that begin at the last level (Lin et al. 2024): the start is truly noise.
  public static let trailing = GridKind(
    id: "trailing", title: "Trailing",
    summary: "even steps counted back from the noisiest level",
    rule: .indices { timesteps, steps in
      (0..<steps).map { step in
        let position = Double(timesteps) - Double(step) * Double(timesteps) / Double(steps)
        return Int(position.rounded(.toNearestOrEven)) - 1
      }
    })

  /// Even steps that end at the first level, the DDIM paper's: the start misses the last levels.
  public static let leading = GridKind(
    id: "leading", title: "Leading",
    summary: "even steps counted up from the first level; may skip the last ones",
    rule: .indices { timesteps, steps in
      let stride = timesteps / steps
      return (0..<steps).reversed().map { $0 * stride }
    })

  /// Even steps that include both the first and the last level; a single one is the first, as
  /// everywhere in numpy's `linspace`.
  public static let linspace = GridKind(
    id: "linspace", title: "Linspace",
    summary: "even steps from the noisiest level to the first, both included",
    rule: .indices { timesteps, steps in
      (0..<steps).reversed().map { step in
        let position = Double(step) * Double(timesteps - 1) / Double(max(1, steps - 1))
        return Int(position.rounded(.toNearestOrEven))
      }
    })
}
