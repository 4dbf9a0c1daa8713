import { expect, test } from 'vitest';
import { Latest } from '../../../main/page/search/latest.svelte';

test('an answer that is not welcome any more when it comes is left out, and the last one stays', async () => {
  const latest = new Latest<string>();
  await latest.ask(async () => 'first');
  let isWelcome = true;
  const asked = latest.ask(
    async () => {
      isWelcome = false;
      return 'second';
    },
    () => isWelcome,
  );
  expect(await asked).toBeNull();
  expect([latest.answer, latest.loading, latest.problem]).toEqual(['first', false, null]);
});

test('an answer that comes late does not take the place of a newer one', async () => {
  const latest = new Latest<string>();
  let answer = (_: string) => {};
  const first = latest.ask(() => new Promise<string>((resolve) => (answer = resolve)));
  await latest.ask(async () => 'newer');
  answer('late');
  expect(await first).toBeNull();
  expect(latest.answer).toBe('newer');
});
