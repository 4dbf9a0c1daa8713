import { hasView, isCollection } from '../collections';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import type { Route } from '../router';
import { session } from '../session.svelte';
import type { IconName } from '../ui/icons';

/** A view that navigation leads to. */
export interface View {
  readonly name: Exclude<Route['view'], 'photo' | 'list' | 'missing'>;
  readonly icon: IconName;
  readonly title: () => string;
  readonly route: Route;
  /** Those that show photos come first; the rest is behind "More". */
  readonly main: boolean;
}

export const VIEWS: readonly View[] = [
  { name: 'search', icon: 'photos', title: () => t.frame.photos, route: { view: 'search' }, main: true },
  { name: 'events', icon: 'events', title: () => t.frame.events, route: { view: 'events' }, main: true },
  { name: 'map', icon: 'map', title: () => t.frame.map, route: { view: 'map' }, main: true },
  { name: 'lists', icon: 'lists', title: () => t.frame.lists, route: { view: 'lists' }, main: true },
  { name: 'archives', icon: 'archive', title: () => t.frame.archives, route: { view: 'archives' }, main: false },
  { name: 'models', icon: 'model', title: () => t.frame.models, route: { view: 'models' }, main: false },
  { name: 'jobs', icon: 'jobs', title: () => t.frame.jobs, route: { view: 'jobs' }, main: false },
  { name: 'start', icon: 'plus', title: () => t.frame.start, route: { view: 'start' }, main: false },
];

/** Whether the archive that is shown has a view. */
export function isOffered(view: View): boolean {
  return hasView(isCollection(session.known, location.params.archive), view.name);
}

/** Whether navigation marks a view as the one that is shown. */
export function isShown(view: View, route: Route): boolean {
  return view.name === route.view || (view.name === 'lists' && route.view === 'list');
}
