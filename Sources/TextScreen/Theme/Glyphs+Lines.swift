/// Lines, boxes and blocks.
extension Glyphs {
  /// The eight characters a box is made of.
  public struct Box: Sendable, Hashable {
    public let topLeft: Unicode.Scalar
    public let topRight: Unicode.Scalar
    public let bottomLeft: Unicode.Scalar
    public let bottomRight: Unicode.Scalar
    public let horizontal: Unicode.Scalar
    public let vertical: Unicode.Scalar
    /// Where a vertical line ends a horizontal one: the left end of a ruler.
    public let teeLeft: Unicode.Scalar
    /// The right end of a ruler.
    public let teeRight: Unicode.Scalar
  }

  /// The box, with round corners where there are any.
  public var box: Box {
    unicodeText
      ? Box(
        topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯",
        horizontal: "─", vertical: "│", teeLeft: "├", teeRight: "┤")
      : Box(
        topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        horizontal: "-", vertical: "|", teeLeft: "|", teeRight: "|")
  }

  /// A vertical line that is only a hint, such as "now" in a plot.
  public var dottedVertical: Unicode.Scalar { unicodeText ? "┆" : ":" }
  /// A horizontal line that is only a hint.
  public var dottedHorizontal: Unicode.Scalar { unicodeText ? "┄" : "." }

  /// A cell filled from the left, by eighths; zero is a space.
  public func leftBlock(eighths: Int) -> Unicode.Scalar {
    let steps: [Unicode.Scalar] =
      unicodeText
      ? [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
      : [" ", " ", " ", "-", "-", "=", "=", "#", "#"]
    return steps[min(max(0, eighths), 8)]
  }

  /// A cell filled from below, by eighths; zero is a space.
  public func lowerBlock(eighths: Int) -> Unicode.Scalar {
    let steps: [Unicode.Scalar] =
      unicodeText
      ? [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
      : [" ", "_", "_", ".", "-", "-", "=", "=", "#"]
    return steps[min(max(0, eighths), 8)]
  }

  /// A cell that is darker the larger the share, 0...1, where colour cannot say it.
  public func shade(_ share: Double) -> Unicode.Scalar {
    let steps: [Unicode.Scalar] =
      unicodeText
      ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]
    let bounded = share.isNaN ? 0 : min(max(0, share), 1)
    return steps[Int(bounded * Double(steps.count - 1) + 0.5)]
  }
}
