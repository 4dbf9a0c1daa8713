/** Numbers from a seed (mulberry32), so that a failing test fails again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ratios as archives have them: landscape, portrait, square, a few panoramas and strips. */
export function someRatios(count: number, random: () => number): number[] {
  const common = [1333, 1500, 1778, 750, 667, 563, 1000];
  return Array.from({ length: count }, () => {
    const draw = random();
    return draw < 0.01 ? 8000 : draw < 0.02 ? 120 : common[Math.floor(random() * common.length)]!;
  });
}
