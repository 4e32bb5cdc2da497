import Diffusion

extension AppState {
  /// The commands that lead from the opening of this experiment to what the screen shows now: the
  /// place in time, the view, the particle, the panel. Nothing is said of what is as it opens.
  ///
  /// Training is left out; a file of weights says it.
  public var script: [String] {
    guard
      let opening = try? AppState(experiment: experiment, presets: catalogue.presets, size: size)
    else {
      return []
    }
    let commands = Command.time + Command.view
    // Turning round moves the run: the place in it has to be said then. Slow motion brings the
    // circuit forward: what is in front has to be said then.
    var moved: Set<String> = playback.isSlow ? ["panel", "view solo"] : []
    if playback.direction != opening.playback.direction { moved.insert("seek") }
    let lines = commands.compactMap { command in
      command.current(self).flatMap { value in
        let isKnown = value == command.current(opening) && !moved.contains(command.name)
        return isKnown ? nil : "\(command.name) \(value)"
      }
    }
    if playback.isPlaying { return lines }
    // Slow motion begins to play, so what rests in it is told to pause once more.
    return ["pause"] + lines + (playback.isSlow ? ["pause"] : [])
  }
}
