extension Transport {
  /// A number that differs between transports, by the bits of all that makes one (FNV-1a).
  var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ number: Double) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (number.bitPattern >> shift & 0xFF)) &* 0x100_0000_01B3
      }
    }
    for component in data.components + prior.components {
      add(component.weight)
      add(component.mean.x)
      add(component.mean.y)
      add(component.covariance.xx)
      add(component.covariance.xy)
      add(component.covariance.yy)
    }
    for clock in clocks { add(clock.reading(at: 0.5).time) }
    add(path.level(at: 0.5).alpha)
    add(lift?.step ?? 0)
    if bridgeNoise > 0 { add(bridgeNoise) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
