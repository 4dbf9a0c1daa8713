import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../main/page/api/types';
import * as completion from '../../../main/page/search/completion';

const field: Completion = { text: 'camera:', from: 2, to: 5, kind: 'field', label: 'camera:' };
const value: Completion = { text: 'type:heic ', from: 0, to: 6, kind: 'value', label: 'heic', count: 3 };
const problem = { from: 2, to: 7, message: 'there is no field camra', suggestion: 'camera' };

describe('what the list offers', () => {
  it('is corrections before completions', () => {
    const mistakes = [problem, { from: 0, to: 1, message: 'no idea' }];
    const options = completion.optionsFor({ problems: mistakes, completions: [field], understood: [] });
    expect(options.map((option) => option.kind)).toEqual(['correction', 'completion']);
  });

  it('is the latest six searches and examples where nothing is typed', () => {
    const recent = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const options = completion.optionsWhenEmpty(recent, ['x']);
    expect(options).toHaveLength(7);
    expect(options.at(-1)).toEqual({ kind: 'example', text: 'x' });
  });
});

describe('an option that is taken', () => {
  it('stands in place of the word, behind characters of two units', () => {
    const edited = completion.taken('🌅 cam x', { kind: 'completion', completion: field });
    expect(edited).toEqual({ text: '🌅 camera: x', caret: 10 });
    expect(completion.isUnfinished({ kind: 'completion', completion: field })).toBe(true);
  });

  it('doubles no space', () => {
    const edited = completion.taken('type:h sea', { kind: 'completion', completion: value });
    expect(edited).toEqual({ text: 'type:heic sea', caret: 10 });
  });

  it('corrects a mistake', () => {
    const edited = completion.taken('🌅 camra:x', { kind: 'correction', problem, suggestion: 'camera' });
    expect(edited.text).toBe('🌅 camera:x');
  });

  it.each([
    ['camra:x sea', 'camera', 'camera:x sea'],
    ['camra:x sea', 'camera:x', 'camera:x sea'],
    ['camra:x', 'camera:y', 'camera:y:x'],
  ])('corrects "%s" by "%s", which may say what stands behind the mistake', (text, suggestion, corrected) => {
    expect(completion.withCorrection(text, { from: 0, to: 5 }, suggestion)).toBe(corrected);
  });

  it('is a whole search', () => {
    expect(completion.taken('', { kind: 'recent', text: 'sea' })).toEqual({ text: 'sea', caret: 3 });
  });
});

describe('the typed part of a completion', () => {
  it.each([
    ['camera:', 'sea cam', 7, 3],
    ['Canon EOS', 'camera:can', 10, 3],
    ['Kyoto', 'place:', 6, 0],
    ['beach', '-be', 3, 2],
  ])('of "%s" after "%s" at %i is %i long', (label, text, caret, length) => {
    expect(completion.typedPart(label, text, caret)).toBe(length);
  });
});
