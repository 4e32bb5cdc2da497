import Diffusion

/// The tubes of the classes of a transport and where they meet, worked out once for an experiment.
struct TubeMap: Sendable {
  /// The tube of a class and its centre line and radius from the data to the prior.
  struct Course: Sendable {
    let tube: TransportTube
    let sections: [TransportTube.Section]
  }

  /// In the order of the labels.
  let courses: [Course]
  /// Where and when tubes meet, the strongest first.
  let meetings: [TransportMeeting]

  /// How many sections a drawing needs, and how many Gaussians a frame can afford for all of them.
  private static let mostSections = 48
  private static let budget = 60_000

  /// Nil where the prior does not know the labels: there are no ways of classes to follow.
  init?(_ transport: Transport) {
    guard transport.priorKnowsLabels, transport.labels.count > 1 else { return nil }
    let count = min(Self.mostSections, max(8, Self.budget / max(1, transport.pairCount)))
    courses = TransportTube.all(of: transport).map { tube in
      Course(tube: tube, sections: (0...count).map { tube.section(at: Double($0) / Double(count)) })
    }
    meetings = TransportMeeting.all(of: transport, times: count)
      .filter(\.isCrossing).sorted { $0.overlap > $1.overlap }
  }
}
