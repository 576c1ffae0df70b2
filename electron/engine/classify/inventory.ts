import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding, InventoryItem } from '#shared/domain/finding.ts';
import { purposes } from '#shared/purposes/index.ts';
import { semanticTypeById, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { Tracking } from '#shared/semantic-types/semantic-type.ts';
import { trackingText } from '#shared/text/engine/tracking.ts';
import type { ColumnFacts } from './column-facts.ts';
import { granularity } from './granularity.ts';

/**
 * Where people are follows from these once anything else about them is tracked; in a plain list of addresses they track
 * nothing.
 */
const whereabouts: Readonly<Record<string, string>> = {
  city: trackingText.where.town,
  postal_code: trackingText.where.postalDistrict,
  state_region: trackingText.where.region,
  country: trackingText.where.country,
  neighborhood: trackingText.where.quarter,
  latitude: trackingText.where.exactly,
  longitude: trackingText.where.exactly,
  geo_coordinates: trackingText.where.exactly,
  user_location: trackingText.where.somewhere,
};

/** Types whose dates are moments at which people did something. */
export const momentTypes: ReadonlySet<string> = typeSet(
  'timestamp',
  'date_event',
  'order_date',
  'engagement_timestamp',
  'consent_timestamp',
  'signup_date',
);

/** What the inventory says of a type, or null where it tracks nothing. */
const trackingOf = (type: string): Tracking | null => semanticTypeById(type)?.tracking ?? null;
const placeOf = (type: string): Tracking | null =>
  Object.hasOwn(whereabouts, type) ? { tracks: whereabouts[type]!, reveals: 'whereabouts' } : null;

/** Codes of the purpose presets (P1–P8) that say they need this type. */
export const purposesNeeding = (type: string): string[] =>
  purposes.filter(({ dataNeeded }) => dataNeeded.some(({ types }) => types.includes(type))).map(({ code }) => code);

/** What is tracked and what it reveals, for a column now held to be of `type`; keeps what was measured. */
export function retyped(item: InventoryItem, type: SemanticTypeId): InventoryItem | null {
  const tracking = trackingOf(type) ?? placeOf(type);
  return (
    tracking && { ...item, type, tracks: tracking.tracks, reveals: tracking.reveals, purposes: purposesNeeding(type) }
  );
}

/** How the inventory of a dataset is drawn up. */
export interface InventoryInput {
  findings: readonly Finding[];
  facts: readonly ColumnFacts[];
  /** Collection channel of the dataset, where it is known. */
  channel: string | null;
  /** Earliest day of a column's dates (`YYYY-MM-DD`), by its position, where it could be read. */
  earliest: ReadonlyMap<number, string>;
}

/** The earliest day on which anything happened: of the columns of moments, or the year where only that is sure. */
function beginning({ findings, facts, earliest }: InventoryInput): string | null {
  const days = findings.flatMap((finding, at) => {
    if (!momentTypes.has(finding.type)) return [];
    const year = facts[at]?.date?.years[0];
    return earliest.get(at) ?? (year === undefined || year < 1990 ? [] : String(year));
  });
  return days.sort()[0] ?? null;
}

/** An inventory as it was drawn up, with the days that its columns have by now. */
export function redated(items: readonly InventoryItem[], input: InventoryInput): InventoryItem[] {
  const since = beginning(input);
  const places = new Map(input.findings.map(({ name }, at) => [name, at]));
  return items.map((item) => {
    const own = momentTypes.has(item.type ?? '') ? input.earliest.get(places.get(item.column) ?? -1) : undefined;
    return { ...item, since: own ?? since };
  });
}

/**
 * The tracking inventory (mission D7): what each column that follows people's doings tracks, reveals, how finely, since
 * when, by which channel, and for which purposes.
 */
export function trackingInventory(input: InventoryInput): InventoryItem[] {
  const { findings, facts, channel, earliest } = input;
  const since = beginning(input);
  const tracks = findings.some(({ type }) => trackingOf(type) !== null);
  return findings.flatMap((finding, at) => {
    const column = facts[at];
    const tracking = trackingOf(finding.type) ?? (tracks ? placeOf(finding.type) : null);
    if (!tracking || !column || column.kinds.has('empty')) return [];
    const own = momentTypes.has(finding.type) ? (earliest.get(at) ?? since) : since;
    return [
      {
        column: finding.name,
        type: finding.type,
        tracks: tracking.tracks,
        reveals: tracking.reveals,
        granularity: granularity(finding.type, column),
        since: own,
        channel,
        purposes: purposesNeeding(finding.type),
      },
    ];
  });
}
