import * as api from '../api/endpoints';
import { followJob, hasEnded } from '../api/follow';
import type { Job, JobOrder } from '../api/types';
import { t } from '../i18n/i18n.svelte';
import { session } from '../session.svelte';
import { setUp } from './archives.svelte';
import { toasts } from '../ui/toasts.svelte';

/** How many more photos must be searchable before views that show them ask again. */
const NEWS = 500;

/** The server's jobs, the newest first, as they make progress. */
class Jobs {
  #all = $state.raw<readonly Job[]>([]);
  #followed = new Map<string, () => void>();
  /** Photos that were searchable when views were last told. */
  #told = new Map<string, number>();

  get all(): readonly Job[] {
    return this.#all;
  }

  get running(): readonly Job[] {
    return this.#all.filter((job) => !hasEnded(job));
  }

  /** Asks for all jobs, and follows those that run. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { jobs } = await api.jobs(signal);
    this.#all = [...jobs].sort((a, b) => b.started.localeCompare(a.started));
    this.running.forEach((job) => this.#follow(job.id));
  }

  async start(order: JobOrder): Promise<Job> {
    const job = await api.startJob(order);
    this.#change(job);
    this.#follow(job.id);
    return job;
  }

  async steer(job: Job, action: 'pause' | 'resume' | 'stop'): Promise<void> {
    try {
      this.#change(await api.steerJob(job.id, action));
    } catch (error) {
      toasts.failure(error);
    }
  }

  /** Lets go of all connections. */
  end(): void {
    this.#followed.forEach((end) => end());
    this.#followed.clear();
  }

  #follow(id: string): void {
    if (this.#followed.has(id)) return;
    this.#followed.set(id, followJob(id, (job) => this.#progress(job)));
  }

  #progress(job: Job): void {
    this.#change(job);
    const photos = job.photos ?? 0;
    const news = photos - (this.#told.get(job.id) ?? 0);
    if (hasEnded(job)) this.#finish(job);
    else if (news >= NEWS || (news > 0 && session.known?.first_start)) this.#told.set(job.id, photos);
    else return;
    void session.refresh();
  }

  #finish(job: Job): void {
    this.#followed.delete(job.id);
    if (job.state === 'done') toasts.info(t.setup.jobDone(titleOf(job)));
    if (job.state === 'failed') toasts.error(`${t.setup.jobFailed(titleOf(job))}${job.message ? `. ${job.message}` : ''}`);
  }

  #change(job: Job): void {
    const known = this.#all.some((other) => other.id === job.id);
    this.#all = known ? this.#all.map((other) => (other.id === job.id ? job : other)) : [job, ...this.#all];
  }
}

export const jobs = new Jobs();

/** What a job does, in the page's language. */
export function titleOf(job: Job): string {
  const archive = setUp.archives?.archives.find((one) => one.id === job.archive);
  return t.setup.jobTitle(job, archive?.name ?? job.archive ?? '');
}

/** The share of a job that is done, from 0 to 1; null while that is not known. */
export function shareOf(job: Job): number | null {
  if (job.total === null) return null;
  return job.total === 0 ? 1 : Math.min(1, job.done / job.total);
}
