import ArgumentParser
import Foundation
import Interface

/// The flags that go on where a session stopped.
struct SessionOptions: ParsableArguments {
  @Flag(
    help: "Go on where the latest session stopped, whatever ended it; see 'stipple list sessions'.")
  var resume = false

  @Option(
    help: ArgumentHelp("Go on with this session in place of the latest.", valueName: "name"))
  var session: String?

  var isAsked: Bool { resume || session != nil }

  /// The session that is asked for, held by this program from now on.
  var resumed: (file: SessionFile, session: Session) {
    get throws(InputError) {
      guard let folder = SessionFolder(environment: ProcessInfo.processInfo.environment) else {
        throw InputError("there is no home folder, so no session has been kept")
      }
      return try folder.resume(session)
    }
  }
}
