/** The last searches that were meant: a list of texts in this browser alone. */

const KEY = 'lumiere.searches';
export const HISTORY_LIMIT = 30;

/** The latest first. */
export function readHistory(storage: Pick<Storage, 'getItem'>): string[] {
  try {
    const texts: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(texts)
      ? texts.filter((text) => typeof text === 'string').slice(0, HISTORY_LIMIT)
      : [];
  } catch {
    // What another program wrote there is no history.
    return [];
  }
}

/** Puts a text first; texts without words are not kept. */
export function addToHistory(storage: Pick<Storage, 'getItem' | 'setItem'>, text: string): string[] {
  const words = text.trim();
  const others = readHistory(storage).filter((other) => other !== words);
  const texts = words === '' ? others : [words, ...others].slice(0, HISTORY_LIMIT);
  keep(() => storage.setItem(KEY, JSON.stringify(texts)));
  return texts;
}

export function clearHistory(storage: Pick<Storage, 'removeItem'>): void {
  keep(() => storage.removeItem(KEY));
}

/** A browser that is full, or that forbids storage, searches all the same. */
function keep(write: () => void): void {
  try {
    write();
  } catch {
    // Nothing is remembered.
  }
}
