import { t } from '../i18n/i18n.svelte';
import type { Command } from '../keys/commands.svelte';
import { location } from '../location.svelte';
import { session } from '../session.svelte';
import { cleared, isEverything } from './changes';

interface Controls {
  /** The orders that make sense now. */
  readonly sorts: () => readonly string[];
  readonly save: () => void;
}

/** All that the controls above the photos do, for the palette. */
export function controlCommands({ sorts, save }: Controls): Command[] {
  const orders = (session.known?.sorts ?? []).map((sort): Command => ({
    id: `search.sort.${sort}`,
    title: () => `${t.search.sort}: ${t.search.sorts[sort] ?? sort}`,
    when: () => sorts().includes(sort) && location.params.sort !== sort,
    run: () => location.change({ sort, seed: undefined }),
  }));
  const groups = (session.known?.groups ?? []).map((group): Command => ({
    id: `search.group.${group}`,
    title: () => `${t.search.group}: ${t.search.groups[group] ?? group}`,
    when: () => location.params.group !== group,
    run: () => location.change({ group }),
  }));
  const hasSearch = () => !isEverything(location.params);
  return [
    { id: 'search.save', title: () => t.search.save, when: () => hasSearch() && session.known?.capabilities.write === true, run: save },
    { id: 'search.clear-all', title: () => t.search.clearAll, when: hasSearch, run: () => location.show(cleared(location.params)) },
    { id: 'search.stack', title: () => t.search.stack, run: () => location.change({ collapse: !location.params.collapse }) },
    { id: 'search.plain', title: () => t.search.plain, run: () => location.change({ plain: !location.params.plain }) },
    ...orders,
    ...groups,
  ];
}
