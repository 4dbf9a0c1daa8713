import { apiUrl } from './client';
import { connection } from './connection.svelte';
import type { Job } from './types';

/** Calls `changed` with a job's state whenever it changes, until it ends. Returns what stops it earlier. */
export function followJob(id: string, changed: (job: Job) => void): () => void {
  const source = new EventSource(apiUrl(`/jobs/${encodeURIComponent(id)}/events`));
  source.addEventListener('progress', (event) => {
    const job = JSON.parse((event as MessageEvent<string>).data) as Job;
    if (hasEnded(job)) source.close();
    changed(job);
  });
  // Where the server is gone nobody else may ask, and one that was started again may not know the job.
  source.addEventListener('error', () => connection.lost());
  return () => source.close();
}

export function hasEnded(job: Job): boolean {
  return job.state !== 'running' && job.state !== 'paused';
}
