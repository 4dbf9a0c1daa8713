import { timeline } from '../api/endpoints';
import { connection } from '../api/connection.svelte';
import { parseParams } from '../params';
import { daysIn } from './changes';
import { within, zoomOf, type Bucket, type Unit, type Zoom } from './brush';
import { Latest } from './latest.svelte';
import { result } from './result.svelte';

/** What the histogram shows. */
export interface Bars {
  readonly unit: Unit;
  readonly buckets: readonly Bucket[];
  readonly undated: number;
  /** All bars, of which these may be a closer look. */
  readonly all: readonly Bucket[];
}

/** The photos over time, for the search that the photos are of; few bars are looked at closely. */
class Timelines {
  #latest = new Latest<Bars>();

  get bars(): Bars | null {
    return this.#latest.answer;
  }

  get loading(): boolean {
    return this.#latest.loading;
  }

  /** To be called in an effect. */
  follow(): void {
    const query = result.query;
    void connection.returns;
    if (query !== null) void this.#latest.ask((signal) => load(query, signal));
  }
}

async function load(query: string, signal: AbortSignal): Promise<Bars> {
  const whole = await timeline(query, 'auto', signal);
  const days = daysIn(parseParams(query));
  const zoom = days.from === null && days.to === null ? null : zoomOf(whole.unit, whole.buckets, days);
  const look = zoom === null ? null : await lookCloser(query, zoom, signal);
  // Days without photos have no bars to choose from.
  const shown = look !== null && look.buckets.length > 0 ? look : whole;
  return { unit: shown.unit, buckets: shown.buckets, undated: whole.undated, all: whole.buckets };
}

/** Days, of the few months that the server shows by months, or months. */
async function lookCloser(query: string, zoom: Zoom, signal: AbortSignal): Promise<{ unit: Unit; buckets: Bucket[] }> {
  const { unit, buckets } = await timeline(query, zoom.unit, signal);
  return { unit, buckets: within(buckets, zoom) };
}

export const timelines = new Timelines();
