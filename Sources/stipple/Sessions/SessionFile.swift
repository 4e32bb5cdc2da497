import Diffusion
import Foundation
import Interface
import Synchronization

/// A session that this program holds, and what is kept of it: `session.json`, which names the file
/// of the weights that belong to it.
///
/// The weights are written first, under a name of their own, and only then the file that names them:
/// whenever the program is stopped, what lies there belongs together.
final class SessionFile: Sendable {
  private struct Page: Codable {
    var version = SessionFile.version
    let record: Session.Record
    /// The name of the file of weights.
    let weights: String?
  }

  private struct Kept {
    var page: Data?
    var weights: (name: String, data: Data)?
    var number = 0
    var isClosed = false
  }

  private static let version = 1
  private static let byteLimit = 64 << 20
  private static let page = "session.json"

  let folder: String
  private let lock: SessionLock
  private let kept = Mutex(Kept())

  init(folder: String, lock: SessionLock) {
    self.folder = folder
    self.lock = lock
  }

  /// Keeps a session, unless it is what is kept already.
  ///
  /// - Parameter isLast: whether nothing that comes later is to be kept: work begun before may end
  ///   after.
  func keep(_ session: Session, isLast: Bool = false) throws {
    try kept.withLock { kept in
      if kept.isClosed { return }
      kept.isClosed = isLast
      let before = kept.weights?.name
      if let data = try session.weights?.encoded(), data != kept.weights?.data {
        kept.number += 1
        let name = "weights-\(getpid())-\(kept.number).safetensors"
        try AtomicFile.write(data, to: "\(folder)/\(name)")
        kept.weights = (name, data)
      }
      let weights = session.weights == nil ? nil : kept.weights?.name
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let page = try encoder.encode(Page(record: session.record, weights: weights))
      if page == kept.page { return }
      try AtomicFile.write(page, to: "\(folder)/\(Self.page)")
      kept.page = page
      if before != weights { removeWeights(except: weights) }
    }
  }

  /// Removes weights that no page names any more.
  private func removeWeights(except name: String?) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for other in names where other.hasSuffix(".safetensors") && other != name {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(other)")
    }
  }
}

extension SessionFile {
  /// When the session in a folder was kept last.
  static func date(in folder: String) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(page)")
    return attributes?[.modificationDate] as? Date
  }

  static func record(in folder: String) throws(InputError) -> Session.Record {
    try content(of: folder).record
  }

  /// What is kept in a folder, with its weights.
  static func session(in folder: String) throws(InputError) -> Session {
    let content = try content(of: folder)
    guard let name = content.weights else { return Session(record: content.record, weights: nil) }
    let file = "\(folder)/\(name)"
    guard !name.contains("/") else {
      throw InputError("the weights of a session lie beside it", file: "\(folder)/\(page)")
    }
    let data = Data(try TextFile.bytes(ofRegular: file, limit: WeightFile.byteLimit))
    return Session(record: content.record, weights: try weights(in: data, of: file))
  }

  private static func weights(in data: Data, of file: String) throws(InputError)
    -> any TrainedWeights
  {
    do throws(WeightsError) {
      return try Method.weights(decoding: data)
    } catch {
      throw InputError(error.description, file: file)
    }
  }

  private static func content(of folder: String) throws(InputError) -> Page {
    let file = "\(folder)/\(page)"
    let data = Data(try TextFile.bytes(ofRegular: file, limit: byteLimit))
    guard let page = try? JSONDecoder().decode(Page.self, from: data), page.version == version
    else {
      throw InputError("not a session that this version of the program has kept", file: file)
    }
    return page
  }
}
