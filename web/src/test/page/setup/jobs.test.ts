import { afterEach, expect, it, vi } from 'vitest';
import { connection } from '../../../main/page/api/connection.svelte';
import { followJob } from '../../../main/page/api/follow';
import { jobs } from '../../../main/page/setup/jobs.svelte';

afterEach(() => {
  jobs.end();
  vi.unstubAllGlobals();
});

/** A connection to a server, that tells nothing. */
class Source {
  static readonly all: Source[] = [];
  isOpen = true;

  constructor() {
    Source.all.push(this);
  }

  addEventListener(): void {}

  close(): void {
    this.isOpen = false;
  }
}

const job = (started: string) => ({ id: '1', kind: 'index', state: 'running', title: '', done: 0, total: null, failures: 0, started });

it('follows the jobs of a server that was started again, whose ids are the same', async () => {
  let started = '2026-01-01T10:00:00Z';
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) => Response.json(method === 'GET' ? { jobs: [job(started)] } : job(started)));
  await jobs.refresh();
  started = '2026-01-01T11:00:00Z';
  await jobs.refresh();
  expect(Source.all.map((source) => source.isOpen)).toEqual([false, true]);

  started = '2026-01-01T12:00:00Z';
  await jobs.start({ kind: 'index', archive: 'home' });
  expect(Source.all.map((source) => source.isOpen)).toEqual([false, false, true]);
  expect(jobs.all.map((one) => one.started)).toEqual([started]);
});

it('a connection that ends before its job asks whether the server is there', async () => {
  vi.useFakeTimers();
  const heard = new Map<string, () => void>();
  vi.stubGlobal('EventSource', class {
    addEventListener = (name: string, listener: () => void): unknown => heard.set(name, listener);
  });
  vi.stubGlobal('fetch', async () => Response.json({}));
  const returns = connection.returns;
  followJob('1', () => {});
  heard.get('error')?.();
  expect(connection.state).toBe('lost');
  await vi.advanceTimersByTimeAsync(1000);
  expect([connection.state, connection.returns]).toEqual(['connected', returns + 1]);
  vi.useRealTimers();
});
