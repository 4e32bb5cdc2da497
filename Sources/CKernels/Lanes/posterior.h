// What a noisy point was made of, among the points of a batch.

static void posteriorOffset(const KernelPosterior *posterior, float *offset) {
  const KernelPosterior p = *posterior;
  // The own point weighs 1, and no other can weigh more than exp(base).
  const float base = (p.noiseX * p.noiseX + p.noiseY * p.noiseY) * 0.5f;
  Floats sum = (Floats)0, sumX = (Floats)0, sumY = (Floats)0;
  for (long i = 0; i < p.count; i += LANES) {
    const Floats dx = p.ownX - load(p.x + i), dy = p.ownY - load(p.y + i);
    const Floats a = dx * p.ratio + p.noiseX, b = dy * p.ratio + p.noiseY;
    const Floats weight = load(p.shares + i) * exponential(base - (a * a + b * b) * 0.5f);
    sum += weight;
    sumX += weight * dx;
    sumY += weight * dy;
  }
  const float whole = total(sum);
  offset[0] = total(sumX) / whole;
  offset[1] = total(sumY) / whole;
}
