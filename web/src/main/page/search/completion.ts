import type { Completion, QueryProblem, Suggestions } from '../api/types';
import { codePointOf, unitOf, withRange } from './text';

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
    case 'correction':
      return replaced(text, option.problem.from, option.problem.to, option.suggestion);
    case 'completion':
      return replaced(text, option.completion.from, option.completion.to, option.completion.text);
    default:
      return { text: option.text, caret: option.text.length };
  }
}

/** Whether one goes on typing after an option: a field wants its value. */
export function isUnfinished(option: Option): boolean {
  return option.kind === 'completion' && option.completion.kind === 'field';
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

function replaced(text: string, from: number, to: number, replacement: string): Edited {
  // A space that stands there already need not be doubled.
  const doubled = replacement.endsWith(' ') && text.slice(unitOf(text, to)).startsWith(' ');
  const inserted = doubled ? replacement.slice(0, -1) : replacement;
  const caret = unitOf(text, from) + replacement.length;
  return { text: withRange(text, from, to, inserted), caret };
}
