/// What is seen beside the text of a page has to be what the text speaks of.
extension LessonCheck {
  /// - Parameter script: all lines that were done.
  mutating func checkPicture(
    of rehearsal: PageRehearsal, after script: Script, at place: String
  ) {
    let state = rehearsal.state
    if let seen = state.seenSteps, let known = state.training.shownWeights?.steps, seen != known {
      add(
        "the run on the screen is that of the network after \(seen) training steps, and there are"
          + " \(known); 'direction forward, direction reverse, time 0' draws it anew", at: place)
    }
    // Figures would be of another moment as soon as the page is there.
    let clock = script.sentences.last { $0 == "pause" || $0 == "play" }
    if clock == "pause", state.playback.isPlaying {
      add("time goes on, for a line behind 'pause' begins the run; say 'pause' last", at: place)
    }
  }
}
