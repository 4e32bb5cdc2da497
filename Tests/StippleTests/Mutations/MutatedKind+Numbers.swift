import Diffusion
import Foundation
import Interface
import TextScreen

@testable import stipple

/// Points, noise and arrays.
extension MutatedKind {
  private static let tables = [
    "x,y\n0.5,-1.25\n1,2\n3,4e1\n", "x,y,label\n1,2,a\n3,4,\"b, c\"\n-5,6,é\n",
    "x;y\n1,5;2,25\n3,0;4,0\n", "x\ty\n1\t2\n3\t4\n", "1 2\n3 4\n5 6\n",
    ",sepal,petal,kind\n0,1,2,a\n1,3,4,b\n", "\u{FEFF}X,Y\r\n1,2\r\n3,4\r\n",
  ]

  private static func packed(_ text: String) throws -> [UInt8] {
    guard let data = Data(base64Encoded: text) else { throw InputError("no base 64") }
    return Array(data)
  }

  static let arrays: [MutatedKind] = [
    MutatedKind(
      name: "tables", ending: "csv", kind: .points, files: { tables.map(file) }),
    MutatedKind(
      name: "noise", ending: "csv", kind: .noise,
      files: { [file("step,point,x,y\n0,0,1,2\n0,1,3,4\n1,0,5,6\n1,1,7,8\n")] }),
    MutatedKind(
      name: "pictures", ending: "csv", kind: .pictures,
      files: { [file("a,b,c,d,label\n0,0.5,1,0,one\n1,0.25,0,1e-3,two\n0,0,0,0,one\n")] }),
    MutatedKind(
      name: "arrays", ending: "npy", kind: .arrays,
      files: {
        [
          NumPyArray.encoded([[1, 2], [3, -4]], shape: [2, 2]),
          NumPyArray.encoded([[1, 2], [3, -4], [5, 6]], shape: [3, 2]),
        ]
      },
      change: { $0.changed($1, isText: false) }),
    MutatedKind(
      name: "archives", ending: "npz", kind: .arrays,
      files: { [try packed(ArrayFileTests.compressed), try packed(ArrayFileTests.long)] },
      change: { $0.changed($1, isText: false) }),
    MutatedKind(
      name: "packed tables", ending: "gz", kind: .arrays,
      files: { [try packed(ArrayFileTests.gzipped), stored(file(tables[1]))] },
      change: { $0.changed($1, isText: false) }),
  ]

  /// Bytes in a gzip file, as they are.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    func little(_ number: Int, _ length: Int) -> [UInt8] {
      (0..<length).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
    let sizes = little(bytes.count, 2) + little(~bytes.count, 2)
    return head + sizes + bytes + little(Int(Checksum.crc32(bytes)), 4) + little(bytes.count, 4)
  }
}

/// Networks of every method, and parts of latent pictures.
extension MutatedKind {
  static let weights = MutatedKind(
    name: "weights", ending: "safetensors", kind: .weights, rarity: 4,
    files: {
      let folder = try Scratch()
      let whole = Method.allCases.filter { $0.trained != nil && $0.id != Method.latent.id }
      var files = try whole.map { try trained($0, [], as: $0.id, in: folder.path) }
      // The parts of latent pictures stand on one another: they are trained in turn.
      let parts = MutationTests.asked == nil ? [.autoencoder, .text] : LatentPart.allCases
      var known: [String] = []
      // A word is learned from pictures of one's own.
      for part in parts where part != .word {
        let words =
          ["--part", part.id] + (known.isEmpty ? [] : ["--parts", known.joined(separator: ",")])
        files.append(try trained(.latent, words, as: part.id, in: folder.path))
        known.append("\(folder.path)/\(part.id).safetensors")
      }
      return files
    },
    change: { mutator, files in
      if mutator.isHeads(in: 4) { return mutator.changed(files, isText: false) }
      return mutator.changedHead(of: files)
    },
    reading: { path in
      let bytes = try TextFile.bytes(of: path, limit: WeightFile.byteLimit)
      do throws(WeightsError) {
        let weights = try Method.weights(decoding: Data(bytes))
        _ = weights.seen(in: Standardization.identity)
        _ = try? weights.encoded()
      } catch {
        throw InputError(error.description, file: path)
      }
    })

  /// The file of a network after a step of training.
  private static func trained(
    _ method: Method, _ words: [String], as name: String, in folder: String
  ) throws -> [UInt8] {
    let (preset, path) = ("\(folder)/p.yaml", "\(folder)/\(name).safetensors")
    try Data("method: \(method.id)\n".utf8).write(to: URL(filePath: preset))
    let run = Invocation(list: ["train", preset] + words + ["--iterations", "1", "-o", path])
    if run.status != 0 { throw WorkError(run.notes.joined(separator: " ")) }
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }
}
