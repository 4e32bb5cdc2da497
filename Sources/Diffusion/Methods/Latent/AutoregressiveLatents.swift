import Foundation

/// Latents made one number after another, as words of a sentence are: each number is cut into cells,
/// and a network tells from the numbers before it and the prompt which cell it falls into (van den
/// Oord et al. 2016). Inside its cell a number is drawn evenly.
public struct AutoregressiveLatents: Sendable, Equatable {
  let network: PartNetwork
  let latents: Int
  /// What it has learned from.
  let basis: PartBasis

  static let hidden = [128, 128]
  static let cells = 32
  /// The cells lie between minus this and this; what is beyond counts as of the last one.
  static let reach: Float = 3.2

  /// How many numbers the network sees: what is known so far, which number is asked for, and the
  /// embedded prompt.
  static func inputs(latents: Int) -> Int {
    latents * (1 + 2 * frequencies.count) + latents + TextEncoder.width
  }

  /// Radians per unit: from half a turn over all cells to a turn over eight of them.
  private static let frequencies: [Float] = [1, 2, 4]

  static func cell(of number: Float) -> Int {
    let share = (number + reach) / (2 * reach)
    return min(cells - 1, max(0, Int((share * Float(cells)).rounded(.down))))
  }

  /// A number of a cell.
  ///
  /// - Parameter share: how far into the cell, from 0 to 1.
  static func number(in cell: Int, at share: Float) -> Float {
    reach * (2 * (Float(cell) + share) / Float(cells) - 1)
  }

  /// Writes what the network sees of a latent whose first `known` numbers are decided.
  static func write(
    _ latent: some Collection<Float>, known: Int, told embedding: some Collection<Float>,
    to rows: inout [Float]
  ) {
    for (index, number) in latent.enumerated() {
      let seen = index < known ? min(reach, max(-reach, number)) : 0
      rows.append(seen)
      for frequency in frequencies {
        rows.append(index < known ? sin(frequency * seen) : 0)
        rows.append(index < known ? cos(frequency * seen) : 0)
      }
    }
    for index in 0..<latent.count { rows.append(index == known ? 1 : 0) }
    rows.append(contentsOf: embedding)
  }

  /// Draws one number of every latent.
  ///
  /// - Parameters:
  ///   - place: which number; those before it are decided.
  ///   - terms: prompts with their weights, as for diffusion, but of the scores of cells.
  func decide(
    _ place: Int, of rows: inout [[Float]], terms: [PromptedLatents.Term],
    from stream: inout RandomStream
  ) {
    var scores = scores(place, of: rows, told: nil)
    let bare = scores
    for term in terms {
      let own = self.scores(place, of: rows, told: term.embeddings)
      for index in scores.indices {
        scores[index] += Float(term.weight) * (own[index] - bare[index])
      }
    }
    for row in rows.indices {
      let shares = SoftmaxLoss.shares(scores[row * Self.cells..<(row + 1) * Self.cells])
      var rest = stream.uniform()
      let cell = shares.firstIndex { share in
        rest -= share
        return rest < 0
      }
      rows[row][place] = Self.number(in: cell ?? Self.cells - 1, at: Float(stream.uniform()))
    }
  }

  private func scores(_ place: Int, of rows: [[Float]], told: [Float]?) -> [Float] {
    let width = TextEncoder.width
    let nothing = [Float](repeating: 0, count: width)
    var inputs: [Float] = []
    inputs.reserveCapacity(rows.count * network.inputs)
    for (index, row) in rows.enumerated() {
      let embedding = told.map { $0[index * width..<(index + 1) * width] } ?? nothing[...]
      Self.write(row, known: place, told: embedding, to: &inputs)
    }
    return network.answers(to: inputs)
  }
}

/// The network of numbers one after another while it learns.
struct AutoregressiveTrainer: Sendable {
  private let latents: Int
  private var learner: PartLearner

  init(latents: Int, from stream: inout RandomStream) {
    self.latents = latents
    learner = PartLearner(
      inputs: AutoregressiveLatents.inputs(latents: latents),
      hidden: AutoregressiveLatents.hidden, outputs: AutoregressiveLatents.cells, lastScale: 0,
      from: &stream)
  }

  /// Each member of the batch is asked for one of its numbers.
  ///
  /// - Returns: the mean cross-entropy of a number in nats.
  mutating func step(on batch: [PromptedPair], rate: Double, from stream: inout RandomStream)
    -> Double
  {
    let nothing = [Float](repeating: 0, count: TextEncoder.width)
    var loss = 0.0
    for (number, block) in Blocks(of: batch.count).enumerated() {
      var inputs: [Float] = []
      var answersMeant: [Int] = []
      for pair in batch[block] {
        let place = Int(stream.next() % UInt64(latents))
        let isTold = stream.uniform() >= PromptedDenoiserTrainer.dropout
        AutoregressiveLatents.write(
          pair.latent, known: place, told: isTold ? pair.embedding : nothing, to: &inputs)
        answersMeant.append(AutoregressiveLatents.cell(of: pair.latent[place]))
      }
      let scores = learner.answers(to: inputs, rows: block.count)
      var gradient: [Float] = []
      gradient.reserveCapacity(scores.count)
      let cells = AutoregressiveLatents.cells
      for (row, meant) in answersMeant.enumerated() {
        let shares = SoftmaxLoss.shares(scores[row * cells..<(row + 1) * cells])
        loss -= SoftmaxLoss.logarithm(shares[meant])
        for (cell, share) in shares.enumerated() {
          gradient.append(Float((share - (cell == meant ? 1 : 0)) / Double(batch.count)))
        }
      }
      _ = learner.learn(from: gradient, rows: block.count, isFirst: number == 0)
    }
    learner.advance(rate: rate)
    return loss / Double(batch.count)
  }

  func model(on basis: PartBasis) -> AutoregressiveLatents {
    AutoregressiveLatents(network: learner.network, latents: latents, basis: basis)
  }
}
