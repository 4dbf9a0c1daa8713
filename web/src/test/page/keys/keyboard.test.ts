import { expect, it } from 'vitest';
import { composes } from '../../../main/page/keys/keyboard';

it.each([
  ['in the midst of a word', { key: 'Process', isComposing: true, keyCode: 229 }, true],
  ['that ends a word in Safari', { key: 'Enter', isComposing: false, keyCode: 229 }, true],
  ['of a person', { key: 'Enter', isComposing: false, keyCode: 13 }, false],
])('a key %s', (_, event, belongs) => {
  expect(composes(event as KeyboardEvent)).toBe(belongs);
});
