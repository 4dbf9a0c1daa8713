import * as api from '../api/endpoints';
import { followJob, hasEnded } from '../api/follow';
import type { Job, JobOrder } from '../api/types';
import { gallery } from '../grid/gallery.svelte';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import { archiveSize } from '../search/archivesize.svelte';
import { result } from '../search/result.svelte';
import { session } from '../session.svelte';
import { setUp } from './archives.svelte';
import { sentence } from '../ui/sentence';
import { toasts } from '../ui/toasts.svelte';

/** How many more photos must be searchable before views that show them ask again. */
const NEWS = 500;
/** The least time between two times that a shown search is asked for again while a job runs. */
const PACE_MS = 5000;

/** The server's jobs, the newest first, as they make progress. */
class Jobs {
  #all = $state.raw<readonly Job[]>([]);
  #followed = new Map<string, () => void>();
  /** Photos that were searchable when views were last told. */
  #told = new Map<string, number>();
  /** When a shown search was asked for again last. */
  #shownAt = -Infinity;

  get all(): readonly Job[] {
    return this.#all;
  }

  get running(): readonly Job[] {
    return this.#all.filter((job) => !hasEnded(job));
  }

  /** Asks for all jobs, and follows those that run. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { jobs } = await api.jobs(signal);
    // A server that was started again counts its jobs from 1 again, and connections to the one before are dead.
    this.end();
    this.#told.clear();
    this.#all = [...jobs].sort((a, b) => b.started.localeCompare(a.started));
    this.running.forEach((job) => this.#follow(job.id));
  }

  async start(order: JobOrder): Promise<Job> {
    const job = await api.startJob(order);
    this.#forget(job.id);
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

  /** An earlier job of this id was one of a server that has stopped. */
  #forget(id: string): void {
    this.#followed.get(id)?.();
    this.#followed.delete(id);
    this.#told.delete(id);
    this.#all = this.#all.filter((job) => job.id !== id);
  }

  /** Shows what a job changed in the index; while photos are selected only at its end, because that ends the selection. */
  #showChanges(ended: boolean): void {
    const now = performance.now();
    if (!ended && (gallery.selected > 0 || now - this.#shownAt < PACE_MS)) return;
    this.#shownAt = now;
    void archiveSize.refresh();
    result.reload();
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
    // The session names the archive that is shown; the first one may be new.
    void session.refresh().then(() => isShown(job) && this.#showChanges(hasEnded(job)));
  }

  #finish(job: Job): void {
    this.#followed.delete(job.id);
    if (job.state === 'done') toasts.info(t.setup.jobDone(titleOf(job)));
    if (job.state === 'failed') toasts.error(`${t.setup.jobFailed(titleOf(job))}${job.message ? `. ${sentence(job.message)}` : ''}`);
  }

  #change(job: Job): void {
    const known = this.#all.some((other) => other.id === job.id);
    this.#all = known ? this.#all.map((other) => (other.id === job.id ? job : other)) : [job, ...this.#all];
  }
}

export const jobs = new Jobs();

function isShown(job: Job): boolean {
  return job.archive !== undefined && job.archive === (location.params.archive ?? session.known?.archive);
}

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
