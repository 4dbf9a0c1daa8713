import type { Chip } from '../api/types';
import { said, t } from '../i18n/i18n.svelte';
import { withParams, type SearchParams } from '../params';
import { clearFacet, toggleFacet, withDays, withoutPart } from './changes';
import { listNames } from './listNames.svelte';
import { choiceLabel, daysLabel, facetLabel } from './labels';
import type { Range } from './text';

/** A part of a search that can be taken away: a chip, and a way out where nothing is found. */
export interface Part {
  readonly key: string;
  readonly kind: Chip['kind'];
  readonly label: string;
  /** What it is, for screen readers and the tooltip. */
  readonly hint: string;
  /** The search without it. */
  readonly without: SearchParams;
  /** Whether it leaves photos out. */
  readonly filters: boolean;
  /** Where it stands in the text, in code points. */
  readonly range?: Range;
}

/** All parts but the weighted ones, which have chips of their own. */
export function partsOf(params: SearchParams, understood: readonly Chip[]): Part[] {
  return [...understood.map((chip) => textPart(params, chip)), ...facetParts(params), ...limitParts(params)];
}

function textPart(params: SearchParams, chip: Chip): Part {
  return {
    key: `q:${chip.from}:${chip.text}`,
    kind: chip.kind,
    // All but filters are called by the text itself.
    label: chip.kind === 'filter' ? said(chip.label) : chip.label,
    hint: t.search.chip[chip.kind],
    without: withoutPart(params, chip.from, chip.to),
    // Quoted words must be there; bare ones only rank.
    filters: chip.kind === 'filter' || chip.kind === 'words',
    range: { from: chip.from, to: chip.to },
  };
}

function facetParts(params: SearchParams): Part[] {
  return params.facet.map((choice) => ({
    key: `facet:${choice.name}:${choice.query}`,
    kind: 'filter' as const,
    label: choiceLabel(choice),
    hint: facetLabel(choice.name),
    without: toggleFacet(params, choice),
    filters: true,
  }));
}

function limitParts(params: SearchParams): Part[] {
  const { from, to, near, box, list, selection } = params;
  const part = (key: string, label: string, hint: string, without: SearchParams): Part =>
    ({ key, kind: 'filter', label, hint, without, filters: true });
  const parts: Part[] = [];
  if (from !== undefined || to !== undefined)
    parts.push(part('days', daysLabel(from, to), t.search.when, withDays(params, { from: null, to: null })));
  if (near !== undefined)
    parts.push(part('near', t.search.near(Number(near.split(',')[2]) || 0), facetLabel('place'), withParams(params, { near: undefined })));
  if (box !== undefined) parts.push(part('box', t.search.mapBox, facetLabel('place'), withParams(params, { box: undefined })));
  if (list !== undefined) parts.push(part('list', listNames.of(list) ?? t.search.inList, t.frame.lists, withParams(params, { list: undefined })));
  if (selection !== undefined)
    parts.push(part('selection', t.search.inSelection, t.search.chip.filter, withParams(params, { selection: undefined })));
  return parts;
}

/**
 * The ways out of a search that finds nothing: each filter left out, several values of a facet
 * together, and all filters, where it may be more than one that leaves nothing.
 */
export function waysOut(params: SearchParams, understood: readonly Chip[]): Part[] {
  const several = new Set(params.facet.map(({ name }) => name));
  const parts = partsOf(params, understood).filter((part) => part.filters && !part.key.startsWith('facet:'));
  const facets = [...several].map((name): Part => {
    const choices = params.facet.filter((choice) => choice.name === name);
    return {
      key: `facet:${name}`,
      kind: 'filter',
      label: `${facetLabel(name)}: ${choices.map(choiceLabel).join(', ')}`,
      hint: facetLabel(name),
      without: clearFacet(params, name),
      filters: true,
    };
  });
  const ways = [...parts, ...facets];
  return ways.length > 1 ? [...ways, withoutFilters(params, ways)] : ways;
}

/** All filters left out, those in the text from its end, so that the places of the others stay right. */
function withoutFilters(params: SearchParams, ways: readonly Part[]): Part {
  const unlimited = withParams(params, {
    facet: [], from: undefined, to: undefined, near: undefined, box: undefined, list: undefined, selection: undefined,
  });
  const inText = ways.flatMap((way) => (way.range ? [way.range] : [])).toSorted((one, other) => other.from - one.from);
  const without = inText.reduce((rest, { from, to }) => withoutPart(rest, from, to), unlimited);
  return { key: 'all', kind: 'filter', label: t.search.allFilters, hint: t.search.filters, without, filters: true };
}
