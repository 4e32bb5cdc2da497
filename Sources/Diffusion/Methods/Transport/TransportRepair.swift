/// What is done so that the tubes of different classes do not meet, without passing the label.
public enum TransportRepair: Choice {
  case none
  /// The priors are handed out anew: each class gets the one that makes the sum of squared
  /// distances least. Straight paths of such an assignment do not cross.
  case assignment
  /// The classes set out one after another, each with a window of time of its own.
  case clocks
  /// Every point carries a third coordinate around a height that belongs to its class; it stays as
  /// it is on the way, and the tubes lie one above the other.
  case lift

  public static let familyName = "repair"

  public var id: String {
    switch self {
    case .none: "none"
    case .assignment: "assignment"
    case .clocks: "clocks"
    case .lift: "lift"
    }
  }

  public var title: String {
    switch self {
    case .none: "None"
    case .assignment: "Assignment"
    case .clocks: "Staggered clocks"
    case .lift: "Third coordinate"
    }
  }

  public var summary: String {
    switch self {
    case .none: "the priors as they are"
    case .assignment: "priors handed out for the least sum of squared distances"
    case .clocks: "classes set out one after another"
    case .lift: "a third coordinate keeps the classes apart"
    }
  }
}
