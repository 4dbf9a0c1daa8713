/** The next chosen one of a list by arrow keys; -1 is none, between the last and the first. */
export function moveChoice(chosen: number, step: number, count: number): number {
  return count === 0 ? -1 : ((chosen + 1 + step + count + 1) % (count + 1)) - 1;
}
