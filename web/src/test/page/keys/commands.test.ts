import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands, type Command } from '../../../main/page/keys/commands.svelte';
import { keyCaps, keyOf } from '../../../main/page/keys/keyboard';

const command = (id: string, more: Partial<Command> = {}): Command => ({ id, title: () => id, run: () => {}, ...more });
let ends: (() => void)[] = [];

beforeEach(() => {
  ends = [];
});
afterEach(() => ends.forEach((end) => end()));

test('an opened photo covers the commands of the grid, and leaves those of everywhere', () => {
  ends.push(
    commands.add(command('everywhere', { keys: ['x'] }), command('grid', { keys: ['x', 'g'], scope: 'grid' }), command('photo', { keys: ['x'], scope: 'photo' })),
    commands.enter('grid'),
  );
  expect(commands.find('x', false)?.id).toBe('grid');
  const leave = commands.enter('photo');
  expect(commands.find('x', false)?.id).toBe('photo');
  expect(commands.find('g', false)).toBeUndefined();
  leave();
  expect(commands.find('g', false)?.id).toBe('grid');
});

test('keys mean nothing while one types, unless a command says so', () => {
  ends.push(commands.add(command('plain', { keys: ['a'] }), command('typing', { keys: ['ctrl+k'], whileTyping: true })));
  expect(commands.find('a', true)).toBeUndefined();
  expect(commands.find('ctrl+k', true)?.id).toBe('typing');
});

test('a command that makes no sense now has no key, and one that is gone has none', () => {
  const end = commands.add(command('hidden', { keys: ['h'], when: () => false }), command('there', { keys: ['t'] }));
  expect(commands.find('h', false)).toBeUndefined();
  expect(commands.find('t', false)?.id).toBe('there');
  end();
  expect(commands.find('t', false)).toBeUndefined();
});

test('keys are named by what they write, with shift where that does not show it', () => {
  const press = (key: string, more: object = {}) => keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more } as KeyboardEvent);
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('A', { shiftKey: true, ctrlKey: true })).toBe('ctrl+shift+a');
  expect(press('ArrowRight', { shiftKey: true })).toBe('shift+arrowright');
  expect(press('k', { metaKey: true })).toBe('ctrl+k');
  expect(press(' ')).toBe('space');
  expect(keyCaps('ctrl+shift+arrowup')).toEqual(['Ctrl', '⇧', '↑']);
  expect(keyCaps('+')).toEqual(['+']);
});
