import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toasts } from '../../../main/page/ui/toasts.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

// Other files' messages may be shown still.
const ids = () => toasts.shown.map((toast) => toast.id);

it('a message stays while it is held, and goes when it is let go', () => {
  toasts.info('Rejected', { label: 'Undo', run: () => undefined });
  const { id } = toasts.shown.at(-1)!;
  vi.advanceTimersByTime(9_000);
  toasts.hold(id);
  vi.advanceTimersByTime(60_000);
  expect(ids()).toContain(id);
  toasts.release(id);
  vi.advanceTimersByTime(10_000);
  expect(ids()).not.toContain(id);
});
