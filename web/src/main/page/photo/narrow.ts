/** Filters of the query language for a value that a photo has. */

const PLAIN = /^[A-Za-z0-9]{1,60}$/;
/** Quotes of all kinds end a quoted value, so the language cannot say a value that has one. */
const QUOTE = /["“”„]/;
const LONGEST = 600;

/** Photos with exactly this value, in the words of a facet's value; null where the language cannot say it. */
export function exactly(field: string, value: string): string | null {
  if (PLAIN.test(value)) return `${field}=${value}`;
  return value === '' || value.length > LONGEST || QUOTE.test(value) ? null : `${field}="${value}"`;
}

/** Photos whose field holds these words. */
export function holding(field: string, words: string): string | null {
  const text = words.replace(QUOTE, ' ').trim();
  if (text === '' || text.length > LONGEST) return null;
  return PLAIN.test(text) ? `${field}:${text}` : QUOTE.test(text) ? null : `${field}:"${text}"`;
}

/** All photos within the folder of a path, or null at the top. */
export function inFolder(path: string): string | null {
  const end = path.lastIndexOf('/');
  // A star or a question mark in a folder's name would mean another folder, too.
  return end <= 0 ? null : holdingPath(path.slice(0, end));
}

function holdingPath(folder: string): string | null {
  return QUOTE.test(folder) ? null : `path:"${folder}/**"`;
}

/** A query with a filter more, at its end. */
export function narrowed(query: string, filter: string): string {
  const text = query.trim();
  return text === '' ? filter : ` ${text} `.includes(` ${filter} `) ? text : `${text} ${filter}`;
}
