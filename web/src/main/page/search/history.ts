/** The last searches that were meant: a list of texts in this browser alone. */

const KEY = 'lumiere.searches';
export const HISTORY_LIMIT = 30;

/** Where texts are kept. A browser may forbid even to ask for it, hence the function. */
type Place = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const here: Place = () => localStorage;

/** The latest first. */
export function readHistory(place: Place = here): string[] {
  try {
    const texts: unknown = JSON.parse(place().getItem(KEY) ?? '[]');
    return Array.isArray(texts)
      ? texts.filter((text) => typeof text === 'string').slice(0, HISTORY_LIMIT)
      : [];
  } catch {
    // Nothing can be read, or what another program wrote there.
    return [];
  }
}

/** Puts a text first; texts without words are not kept. */
export function addToHistory(text: string, place: Place = here): string[] {
  const words = text.trim();
  const others = readHistory(place).filter((other) => other !== words);
  const texts = words === '' ? others : [words, ...others].slice(0, HISTORY_LIMIT);
  keep(() => place().setItem(KEY, JSON.stringify(texts)));
  return texts;
}

export function clearHistory(place: Place = here): void {
  keep(() => place().removeItem(KEY));
}

/** A browser that is full, or that forbids storage, searches all the same. */
function keep(write: () => void): void {
  try {
    write();
  } catch {
    // Nothing is remembered.
  }
}
