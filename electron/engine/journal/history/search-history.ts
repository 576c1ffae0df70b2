import { fold } from '#shared/domain/fold.ts';
import type { EntryArea } from '#shared/journal/entry-kinds/index.ts';
import { historyText } from '#shared/text/history/index.ts';

/** One entry as it can be found. */
export interface HistoryItem {
  seq: number;
  /** When, ISO 8601 in UTC. */
  at: string;
  kind: string;
  actor: string;
  /** Null for a kind of another version. */
  area: EntryArea | null;
  /** Id of the dataset it is about. */
  dataset: string | null;
  /** What that dataset was called then. */
  about: string | null;
  /** Its sentence and every other text it can be found by, as `fold` has it. */
  words: string;
}

export interface HistoryFilter {
  kind?: string | undefined;
  actor?: string | undefined;
  area?: EntryArea | undefined;
  /** Its id, or what it was called. */
  dataset?: string | undefined;
  /** Instants, ISO 8601 in UTC: from that one on, and before this one. */
  since?: string | undefined;
  before?: string | undefined;
  /** Words that must all be there, in any order and case, accents or not. */
  text?: string | undefined;
}

/** How many entries a choice would leave, beside whatever else is chosen. */
export interface FacetValue {
  value: string;
  label: string;
  entries: number;
}

export interface Facets {
  actors: FacetValue[];
  areas: FacetValue[];
  datasets: FacetValue[];
}

const facetKeys = ['actor', 'area', 'dataset'] as const;
type FacetKey = (typeof facetKeys)[number];

/**
 * The entries that fit, oldest first, and what each further choice would leave. One pass; 100,000 entries take some
 * tens of milliseconds.
 */
export function searchHistory(
  items: readonly HistoryItem[],
  filter: HistoryFilter,
): { found: HistoryItem[]; facets: Facets } {
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const counts: Record<FacetKey, Map<string, FacetValue>> = { actor: new Map(), area: new Map(), dataset: new Map() };
  const found: HistoryItem[] = [];
  for (const item of items) {
    if (filter.kind !== undefined && item.kind !== filter.kind) continue;
    if (filter.since !== undefined && item.at < filter.since) continue;
    if (filter.before !== undefined && item.at >= filter.before) continue;
    if (!words.every((word) => item.words.includes(word))) continue;
    const misses = facetKeys.filter((key) => !fits(item, key, filter[key]));
    if (misses.length === 0) found.push(item);
    // A facet counts what fits everything but itself, so that another of its values can be chosen.
    for (const key of facetKeys)
      if (misses.length === 0 || (misses.length === 1 && misses[0] === key)) add(counts[key], item, key);
  }
  return {
    found,
    facets: { actors: sorted(counts.actor), areas: sorted(counts.area), datasets: sorted(counts.dataset) },
  };
}

const fits = (item: HistoryItem, key: FacetKey, wanted: string | undefined): boolean =>
  wanted === undefined || item[key] === wanted || (key === 'dataset' && item.about === wanted);

function labelOf({ area, about }: HistoryItem, key: FacetKey, value: string): string {
  if (key === 'area' && area !== null) return historyText.areas[area];
  return key === 'dataset' ? (about ?? value) : value;
}

function add(counts: Map<string, FacetValue>, item: HistoryItem, key: FacetKey): void {
  const value = item[key];
  if (value === null) return;
  const known = counts.get(value);
  if (known === undefined) counts.set(value, { value, label: labelOf(item, key, value), entries: 1 });
  else known.entries += 1;
}

const sorted = (counts: Map<string, FacetValue>): FacetValue[] =>
  [...counts.values()].toSorted((a, b) => b.entries - a.entries || (a.label < b.label ? -1 : 1));
