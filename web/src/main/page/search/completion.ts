import type { Completion, QueryProblem, Suggestions } from '../api/types';
import { codePointOf, unitOf, withRange, type Range } from './text';

/** What the list below the box offers. */
export type Option =
  | { readonly kind: 'correction'; readonly problem: QueryProblem; readonly suggestion: string }
  | { readonly kind: 'completion'; readonly completion: Completion }
  | { readonly kind: 'recent' | 'example'; readonly text: string };

/** A text with the place of the caret, in UTF-16 units. */
export interface Edited {
  readonly text: string;
  readonly caret: number;
}

/** Corrections first, since a search with a mistake finds nothing. */
export function optionsFor(answer: Suggestions): Option[] {
  const corrections = answer.problems.flatMap((problem): Option[] =>
    problem.suggestion ? [{ kind: 'correction', problem, suggestion: problem.suggestion }] : [],
  );
  const completions = answer.completions.map((completion): Option => ({ kind: 'completion', completion }));
  return [...corrections, ...completions];
}

/** What is offered before anything is typed. */
export function optionsWhenEmpty(recent: readonly string[], examples: readonly string[]): Option[] {
  return [
    ...recent.slice(0, 6).map((text): Option => ({ kind: 'recent', text })),
    ...examples.map((text): Option => ({ kind: 'example', text })),
  ];
}

/** The text once an option is taken. */
export function taken(text: string, option: Option): Edited {
  switch (option.kind) {
    case 'correction': {
      const corrected = withCorrection(text, option.problem, option.suggestion);
      return { text: corrected, caret: corrected.length };
    }
    case 'completion':
      return completed(text, option.completion);
    default:
      return { text: option.text, caret: option.text.length };
  }
}

/** Whether one goes on typing after an option: a field wants its value. */
export function isUnfinished(option: Option): boolean {
  return option.kind === 'completion' && option.completion.kind === 'field';
}

/** What a completion is called; the label of a field is its name, a colon and what it means. */
export function completionLabel({ kind, label }: Completion, said: (sentence: string) => string): string {
  const [, name, help] = (kind === 'field' ? /^(\S+): (.+)$/.exec(label) : null) ?? [];
  return name === undefined ? label : `${name}: ${said(help!)}`;
}

/** The part of a completion that is typed already, to mark it: its length in UTF-16 units; 0 where none. */
export function typedPart(label: string, text: string, caret: number): number {
  const before = text.slice(0, caret);
  const word = /[^\s:=,"(-]*$/.exec(before)?.[0] ?? '';
  return word !== '' && label.toLowerCase().startsWith(word.toLowerCase()) ? word.length : 0;
}

/** The caret as the server counts it. */
export function caretFor(text: string, unit: number): number {
  return codePointOf(text, unit);
}

/**
 * The text with a mistake corrected. A correction may say more than the mistake, as `camera:x` does
 * for the `camra` of `camra:x`; what stands behind the mistake already is not doubled.
 */
export function withCorrection(text: string, { from, to }: Range, suggestion: string): string {
  const [start, end] = [unitOf(text, from), unitOf(text, to)];
  const after = text.slice(end);
  const lengths = Array.from({ length: suggestion.length }, (_, shorter) => suggestion.length - shorter);
  const doubled = lengths.find((length) => after.startsWith(suggestion.slice(-length))) ?? 0;
  return text.slice(0, start) + suggestion + after.slice(doubled);
}

/** A field wants its value at once, anything else a space behind it. */
function completed(text: string, { text: completion, from, to, kind }: Completion): Edited {
  const whole = completion.trimEnd() + (kind === 'field' ? '' : ' ');
  const hasSpace = whole.endsWith(' ') && text.slice(unitOf(text, to)).startsWith(' ');
  const inserted = hasSpace ? whole.trimEnd() : whole;
  return { text: withRange(text, from, to, inserted), caret: unitOf(text, from) + whole.length };
}
