extension Transport {
  /// A number that differs between transports.
  var fingerprint: String {
    var print = Fingerprint()
    for component in data.components + prior.components {
      print.add(component.weight)
      print.add(component.mean.x)
      print.add(component.mean.y)
      print.add(component.covariance.xx)
      print.add(component.covariance.xy)
      print.add(component.covariance.yy)
    }
    for clock in clocks { print.add(clock.reading(at: 0.5).time) }
    print.add(path.level(at: 0.5).alpha)
    print.add(lift?.step ?? 0)
    if bridgeNoise > 0 { print.add(bridgeNoise) }
    return print.text
  }
}
