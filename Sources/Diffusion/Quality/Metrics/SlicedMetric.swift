extension Metric {
  /// Transport along 64 fixed directions: the mean over them, and the worst.
  public static let sliced = Metric(
    id: "sliced-wasserstein", title: "Sliced Wasserstein",
    summary: "W1 and W2 along 64 fixed directions, their mean and the worst",
    mostPoints: .max,
    keys: ["sliced_w1", "sliced_w2", "max_sliced_w1_over_64", "max_sliced_w2_over_64"],
    definitions: [
      "sliced_w1": "the mean over 64 directions of W1 along each",
      "sliced_w2": "the root of the mean over 64 directions of squared W2 along each",
      "max_sliced_w1_over_64": "the largest W1 along any of 64 directions",
      "max_sliced_w2_over_64": "the largest W2 along any of 64 directions",
    ]
  ) { clouds, _, _ in
    let distances = SlicedWasserstein(reference: clouds.reference)
      .distances(to: clouds.generated)
    return [
      "sliced_w1": .number(distances.first), "sliced_w2": .number(distances.second),
      "max_sliced_w1_over_64": .number(distances.greatestFirst),
      "max_sliced_w2_over_64": .number(distances.greatestSecond),
    ]
  }
}
