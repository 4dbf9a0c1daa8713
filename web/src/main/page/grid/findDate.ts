import type { Section } from '../api/types';
import type { GridData } from './gridData';

const DAY = 86_400_000;

/**
 * The position of the first photo of a day, or of the one that is nearest to it in the order. The order is by time, ends
 * with photos that have no date, and is looked into as few times as halving it takes.
 *
 * @param day 2021-07-14
 */
export async function findDate(
  data: GridData,
  sections: readonly Section[],
  day: string,
  newestFirst: boolean,
  signal: AbortSignal,
): Promise<number> {
  const begin = Date.parse(`${day}T00:00:00Z`);
  // Whether photos at a time come before those of the day.
  const before = (time: number) => (newestFirst ? time >= begin + DAY : time < begin);
  let { low, high } = within(sections, day, newestFirst) ?? { low: 0, high: data.total };
  while (low < high) {
    const middle = (low + high) >> 1;
    // Members of an open stack are of any time: what stands for them is where its time is.
    const photo = await data.load(data.stacks.position(data.stacks.origin(middle).place), signal);
    if (photo !== undefined && photo.taken !== null && before(photo.taken)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return Math.max(0, Math.min(low, data.total - 1));
}

/** The section of the day's month, or of the day: its photos are there if there are any. */
function within(sections: readonly Section[], day: string, newestFirst: boolean): { low: number; high: number } | undefined {
  if (!sections.some((section) => /^\d{4}(-\d\d)*$/.test(section.key))) {
    return undefined;
  }
  const comesBefore = (key: string) => {
    const same = day.slice(0, key.length);
    return /^\d{4}(-\d\d)*$/.test(key) && (newestFirst ? key > same : key < same);
  };
  const after = sections.find((section) => !comesBefore(section.key));
  if (after === undefined) {
    return undefined;
  }
  const holds = after.key !== '' && day.startsWith(after.key);
  return { low: after.start, high: holds ? after.start + after.count : after.start };
}
