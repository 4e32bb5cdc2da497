extension WorkerTeam {
  @TaskLocal private static var ofThread: WorkerTeam?

  /// Does work whose pieces a team shares wherever they do not look at one another: what does so, deep
  /// inside, finds the team of its thread, so that nothing in between has to hand it on.
  public static func sharing<Result>(
    _ team: WorkerTeam?, _ work: () throws -> Result
  ) rethrows -> Result {
    try $ofThread.withValue(team, operation: work)
  }

  /// The team that shares the work of this thread, if one does.
  static var current: WorkerTeam? { ofThread }
}
