/**
 * How well `text` fits what was typed: the letters in order, best where they are together or begin words.
 * Null where they are not all there.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const wanted = [...typed.toLowerCase()].filter((letter) => letter.trim() !== '');
  const letters = [...text.toLowerCase()];
  if (wanted.length === 0) return 0;
  let best: number | null = null;
  for (let start = letters.indexOf(wanted[0]!); start >= 0; start = letters.indexOf(wanted[0]!, start + 1)) {
    const score = scoreFrom(start, wanted, letters);
    if (score !== null && (best === null || score > best)) best = score;
  }
  return best;
}

function scoreFrom(start: number, wanted: readonly string[], letters: readonly string[]): number | null {
  let score = 0;
  let last = start - 1;
  for (const letter of wanted) {
    const at = letters.indexOf(letter, last + 1);
    if (at < 0) return null;
    const beginsWord = at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1]!);
    score += (at === last + 1 ? 3 : 0) + (beginsWord ? 4 : 0) - Math.min(3, (at - last - 1) * 0.2);
    last = at;
  }
  return score - letters.length * 0.02;
}
