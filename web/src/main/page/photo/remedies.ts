import type { Chip, Why } from '../api/types';
import { withoutRange } from '../search/text';

/** A change of the search that may make a photo a hit. */
export interface Remedy {
  readonly kind: 'filter' | 'all-filters' | 'cut';
  /** The filter as a person wrote or chose it. */
  readonly label: string;
  /** The search as a query string. */
  readonly search: string;
}

/** One that was tried, and made the photo a hit at this place. */
export interface Cure extends Remedy {
  readonly rank: number;
  /** It is a hit only where less likely matches are shown, too. */
  readonly unlikely: boolean;
}

/** Parameters that leave photos out, one filter each. */
const FILTERS = ['facet', 'from', 'to', 'near', 'box', 'list', 'selection'];
/** So many are tried one by one: each is a request. */
const MOST = 12;

/** What could be changed: each filter dropped alone, then all, and the cut-off. */
export function remedies(search: string, understood: readonly Chip[], outcome: string): Remedy[] {
  if (outcome === 'cut_off' || outcome === 'below_min_score') return [{ kind: 'cut', label: '', search: changed(search, (to) => to.set('cut', 'none')) }];
  if (outcome !== 'filtered') return [];
  const single = [...ofQuery(search, understood), ...ofParameters(search)].slice(0, MOST);
  return single.length > 1 ? [...single, { kind: 'all-filters', label: '', search: withoutAll(search, understood) }] : single;
}

/** Asks the server of each, and keeps those that help; dropping all filters only where no single one does. */
export async function cures(candidates: readonly Remedy[], ask: (search: string) => Promise<Why>): Promise<Cure[]> {
  const tried = await Promise.all(candidates.map((remedy) => attempt(remedy, ask)));
  const helping = tried.filter((cure) => cure !== null);
  const single = helping.filter((cure) => cure.kind !== 'all-filters');
  return single.length > 0 ? single : helping;
}

async function attempt(remedy: Remedy, ask: (search: string) => Promise<Why>): Promise<Cure | null> {
  const why = await ask(remedy.search);
  if (why.outcome === 'hit') return { ...remedy, rank: why.rank ?? 0, unlikely: false };
  if (why.outcome !== 'cut_off' && why.outcome !== 'below_min_score') return null;
  const search = changed(remedy.search, (to) => to.set('cut', 'none'));
  const all = await ask(search);
  return all.outcome === 'hit' ? { ...remedy, search, rank: all.rank ?? 0, unlikely: true } : null;
}

function ofQuery(search: string, understood: readonly Chip[]): Remedy[] {
  return understood
    .filter((chip) => chip.kind === 'filter' && chip.to > chip.from)
    .map((chip) => ({
      kind: 'filter' as const,
      label: chip.text || chip.label,
      search: changed(search, (to) => to.set('q', withoutRange(to.get('q') ?? '', chip.from, chip.to))),
    }));
}

function ofParameters(search: string): Remedy[] {
  const all = [...new URLSearchParams(search)];
  return all
    .filter(([name]) => FILTERS.includes(name))
    .map(([name, value]) => ({
      kind: 'filter' as const,
      label: name === 'facet' ? value.slice(value.indexOf(':') + 1) : `${name} ${value}`,
      search: changed(search, (to) => to.delete(name, value)),
    }));
}

function withoutAll(search: string, understood: readonly Chip[]): string {
  return changed(search, (to) => {
    for (const name of FILTERS) to.delete(name);
    const last = understood.filter((chip) => chip.kind === 'filter' && chip.to > chip.from).sort((one, other) => other.from - one.from);
    for (const chip of last) to.set('q', withoutRange(to.get('q') ?? '', chip.from, chip.to));
  });
}

function changed(search: string, change: (to: URLSearchParams) => void): string {
  const to = new URLSearchParams(search);
  change(to);
  if (!to.get('q')?.trim()) to.delete('q');
  return to.toString();
}
