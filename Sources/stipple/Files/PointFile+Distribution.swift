import Diffusion

extension PointFile {
  /// The points as data. Points without a label among others that have one get the label of data
  /// without labels.
  ///
  /// - Parameters:
  ///   - name: the file's name, as it will be found again.
  ///   - form: what the user said of the file's form.
  func distribution(named name: String, _ form: PointForm) -> DistributionSpecification {
    let unlabelled = DistributionSpecification.unlabelled
    let missing = labels?.count(where: \.isEmpty) ?? 0
    let words =
      missing == 0
      ? nil : "\(missing) points have no label and are called '\(unlabelled)'"
    let remarks = [remark, words].compactMap(\.self)
    return .points(
      points, labels: labels?.map { $0.isEmpty ? unlabelled : $0 },
      source: PointSource(
        name, form: form, remark: remarks.isEmpty ? nil : remarks.joined(separator: "; ")))
  }
}
