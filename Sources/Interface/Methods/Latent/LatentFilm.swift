import Diffusion
import Synchronization

/// The first few samples of a run as pictures, at every step that was made: what the model expects each
/// to become.
///
/// Whoever makes a step, beside the screen, notes its pictures; the same step has the same pictures
/// however often it is made.
final class LatentFilm: Sendable {
  private struct Pictures {
    /// By the number of steps that were made.
    var frames: [Int: [[Float]]] = [:]
    var large: [[Float]] = []
  }

  private let process: LatentProcess
  private let autoencoder: AutoEncoder
  private let cascade: PictureCascade?
  private let pictures = Mutex(Pictures())

  /// How many samples are followed.
  static let count = 12
  /// How many of them are made larger.
  private static let enlarged = 2

  init?(by parts: LatentParts, of process: LatentProcess) {
    guard let autoencoder = parts.autoencoder else { return nil }
    (self.process, self.autoencoder, cascade) = (process, autoencoder, parts.cascade)
  }

  /// The pictures after so many steps, or where those have not been made after the last that was.
  func pictures(after step: Int) -> [[Float]] {
    pictures.withLock { noted in
      if let frame = noted.frames[step] { return frame }
      let last = noted.frames.keys.filter { $0 <= step }.max()
      return last.flatMap { noted.frames[$0] } ?? []
    }
  }

  /// The first of them at the end as the cascade makes them larger; none where there is no cascade.
  var large: [[Float]] { pictures.withLock { $0.large } }

  /// Notes the pictures of a run's points after so many steps of it.
  func note(_ points: [Point], after step: Int, of run: LatentRun, in laboratory: Laboratory) {
    let width = PromptedLatents.points(perLatent: run.latents)
    let clean = run.expected(Array(points.prefix(width * Self.count)), step)
    let frame = autoencoder.pictures(of: PromptedLatents.latents(of: clean, run.latents))
    let large = step == run.steps ? enlarged(frame, in: laboratory) : []
    pictures.withLock { noted in
      noted.frames[step] = frame
      if !large.isEmpty { noted.large = large }
    }
  }

  private func enlarged(_ frame: [[Float]], in laboratory: Laboratory) -> [[Float]] {
    guard let cascade, let noise = process.settings.cascade else { return [] }
    return process.enlarged(
      Array(frame.prefix(Self.enlarged)), by: cascade, noise: noise, in: laboratory)
  }
}
