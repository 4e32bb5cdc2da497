/// Pictures as two to four numbers, and these as pictures again.
///
/// Where there are colours and more than two numbers, the last number is the tint and the others are
/// the form, by coders of their own: what was never seen in a colour can then be made in it. With two
/// numbers one coder has to do with the whole picture.
public struct AutoEncoder: Sendable, Equatable {
  let form: Coder
  /// The coder of tints; nil where `form` is that of whole pictures.
  let tint: Coder?

  /// How many numbers a picture is encoded in.
  public var latents: Int { form.latents + (tint?.latents ?? 0) }

  /// The latents of pictures; mean 0 and unit spread over the data.
  public func latents(of pictures: [[Float]]) -> [[Float]] {
    guard let tint else { return form.latents(of: pictures) }
    let split = pictures.map(FormAndTint.init(of:))
    return zip(form.latents(of: split.map(\.form)), tint.latents(of: split.map(\.tint))).map(+)
  }

  /// The pictures of latents, numbers from 0 to 1.
  public func pictures(of latents: [[Float]]) -> [[Float]] {
    let forms = form.rows(of: latents.map { $0.prefix(form.latents) })
    guard let tint else { return forms.map { $0.map { min(1, max(0, $0)) } } }
    let tints = tint.rows(of: latents.map { $0.suffix(tint.latents) })
    return zip(forms, tints).map { FormAndTint(form: $0, tint: $1).pixels }
  }
}

extension AutoEncoder {
  /// The sizes of a coder.
  struct Sizes {
    let inputs: Int
    let latents: Int
    let encoder: [Int]
    let decoder: [Int]

    /// How many numbers an encoder answers with: where it is variational a mean and a logarithmic
    /// variance for each latent.
    func answers(isVariational: Bool) -> Int { isVariational ? 2 * latents : latents }

    static func form(_ inputs: Int, latents: Int) -> Sizes {
      Sizes(inputs: inputs, latents: latents, encoder: [128, 64], decoder: [64, 128])
    }

    static let tint = Sizes(inputs: 3, latents: 1, encoder: [24], decoder: [24])
  }

  /// The sizes of both coders, the second one for tints where they are apart.
  static func sizes(_ shape: PictureShape, latents: Int, hasTint: Bool) -> (Sizes, Sizes?) {
    hasTint
      ? (.form(shape.count / 3, latents: latents - 1), .tint)
      : (.form(shape.count, latents: latents), nil)
  }
}

extension LatentSettings {
  /// Whether the last latent is the tint.
  var hasTint: Bool { latents > 2 && pictures.hasColours }

  /// How many latents each network of the diffusion answers for.
  var groupWidths: [Int] { hasTint ? [latents - 1, 1] : [latents] }
}

/// An auto-encoder while it learns, without labels.
struct AutoEncoderTrainer: Sendable {
  private var form: CoderTrainer
  private var tint: CoderTrainer?
  var steps: Int { form.steps }

  init(_ settings: LatentSettings, from stream: inout RandomStream) {
    let sizes = AutoEncoder.sizes(
      settings.pictures.shape, latents: settings.latents, hasTint: settings.hasTint)
    form = CoderTrainer(sizes.0, isVariational: settings.isVariational, from: &stream)
    tint = sizes.1.map {
      CoderTrainer($0, isVariational: settings.isVariational, from: &stream)
    }
  }

  /// - Returns: the squared error summed over a picture's numbers, or its form's and its tint's, with
  ///   the weighted divergences where it is variational.
  mutating func step(on batch: [Picture], rate: Double, from stream: inout RandomStream) -> Double {
    guard tint != nil else {
      return form.step(on: batch.map(\.pixels), rate: rate, from: &stream).sum
    }
    let split = batch.map { FormAndTint(of: $0.pixels) }
    let loss = form.step(on: split.map(\.form), rate: rate, from: &stream).sum
    return loss + (tint?.step(on: split.map(\.tint), rate: rate, from: &stream).sum ?? 0)
  }

  /// What was learned, with latents brought to unit size over these pictures.
  func autoEncoder(over pictures: [Picture]) -> AutoEncoder {
    guard let tint else {
      return AutoEncoder(form: form.coder(over: pictures.map(\.pixels)), tint: nil)
    }
    let split = pictures.map { FormAndTint(of: $0.pixels) }
    return AutoEncoder(
      form: form.coder(over: split.map(\.form)), tint: tint.coder(over: split.map(\.tint)))
  }
}
