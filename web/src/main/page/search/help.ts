import type { QueryHelp } from '../api/types';

/** A line of the help: examples that can be searched for, and what they do. */
export interface HelpLine {
  readonly examples: readonly string[];
  readonly text: string;
}

type Lines = QueryHelp['sections'][number]['lines'];

/**
 * Reads lines as the command line prints them: an example, at least two spaces, what it does; several
 * examples apart by two spaces; a line that begins with spaces goes on with the one before.
 */
export function helpLines(lines: Lines): HelpLine[] {
  const read: HelpLine[] = [];
  for (const line of lines) {
    if (typeof line !== 'string') {
      read.push({ examples: line.example ? [line.example] : [], text: line.help ?? '' });
      continue;
    }
    const parts = line.trim().split(/\s{2,}/);
    const before = read.at(-1);
    if (/^\s{4,}/.test(line) && before) read.splice(-1, 1, { ...before, text: `${before.text} ${line.trim()}`.trim() });
    else if (parts.length === 1) read.push({ examples: [], text: line.trim() });
    else read.push({ examples: parts.slice(0, -1), text: parts.at(-1)! });
  }
  return read;
}
