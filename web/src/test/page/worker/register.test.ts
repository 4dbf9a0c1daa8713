import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connection } from '../../../main/page/api/connection.svelte';
import { registerWorker } from '../../../main/page/worker/register';

const reload = vi.fn();
let failed: (() => void) | undefined;

beforeEach(async () => {
  vi.useFakeTimers();
  reload.mockClear();
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => name === 'vite:preloadError' && (failed = listener));
  vi.stubGlobal('location', { reload });
  await registerWorker();
});

afterEach(() => {
  connection.reached();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a page whose parts are of an older server is loaded again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({}));
  failed!();
  await vi.advanceTimersByTimeAsync(0);
  expect(reload).toHaveBeenCalledOnce();
});

it('a page whose server is gone stays', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  failed!();
  await vi.advanceTimersByTimeAsync(0);
  expect(reload).not.toHaveBeenCalled();
});
