import Diffusion

/// Input that cannot be used: what was wrong, where, and what would be right, in one line.
///
/// A command that throws it has written nothing and ends with status 2.
struct InputError: Error, CustomStringConvertible, Equatable {
  /// A position in a text file, both numbers from 1.
  struct Place: Equatable {
    var line: Int
    var column: Int
  }

  /// The file as the user named it, or nil where the input was not a file.
  var file: String?
  var place: Place?
  var message: String

  init(_ message: String, file: String? = nil, place: Place? = nil) {
    self.message = message
    self.file = file
    self.place = place
  }

  /// One line that a terminal and a reader can take: printable, and never longer than
  /// `OneLine.most`.
  var description: String { line(most: OneLine.most) }

  /// The same as the message of another error, whose own file and place have room before it: a reason
  /// stands at the end, where that would be cut.
  var descriptionWithin: String { line(most: OneLine.most - OneLine.leastName - OneLine.place) }

  private func line(most: Int) -> String {
    let position = place.map { "\($0.line):\($0.column): " } ?? ""
    let kept = file == nil ? 0 : OneLine.leastName
    let said = OneLine.text(message, most: most - kept - position.count)
    guard let file else { return position + said }
    let room = most - position.count - said.unicodeScalars.count - 2
    let name = OneLine.name(file, most: room)
    return position.isEmpty ? "\(name): \(said)" : "\(name):\(position)\(said)"
  }
}

/// Work that failed although its input was usable; ends with status 1, and with 2 where all was done and
/// there was no room for it.
struct WorkError: Error, CustomStringConvertible, Equatable {
  let description: String
  let status: Int32

  init(_ description: String, status: Int32 = 1) {
    self.description = OneLine.text(description)
    self.status = status
  }

  /// What is made cannot be kept, for the reason that the system gave last: the disk is full, or a stream
  /// is closed.
  static func unwritten(_ path: String) -> WorkError {
    WorkError("\(path): cannot be written: \(SystemReason.last)", status: 2)
  }
}
