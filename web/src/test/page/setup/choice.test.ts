import { expect, test } from 'vitest';
import { moveChoice } from '../../../main/page/setup/choice';

test('arrows go through the list and, between its ends, back to the field', () => {
  expect([moveChoice(-1, 1, 3), moveChoice(0, 1, 3), moveChoice(2, 1, 3)]).toEqual([0, 1, -1]);
  expect([moveChoice(-1, -1, 3), moveChoice(2, -1, 3), moveChoice(0, -1, 3)]).toEqual([2, 1, -1]);
});

test('an empty list has nothing to choose', () => {
  expect([moveChoice(-1, 1, 0), moveChoice(4, -1, 0)]).toEqual([-1, -1]);
});
