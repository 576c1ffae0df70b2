import type { DeclaredPeriod } from '#shared/domain/declared-use.ts';
import { means, statedItems, statedValue, type NamedDataset } from './compare/declared.ts';
import { activitiesFor } from './declared-uses.ts';
import { heldRecord } from './held-records.ts';
import type { RecordVersion, RegisterSnapshot } from './register-snapshot.ts';

/** The fewest and the most days of one unit. */
const daysOf = { Y: [365, 366], M: [28, 31], W: [7, 7], D: [1, 1] } as const;

/** How many days an ISO 8601 duration in whole units can last. */
export function daysIn(duration: string): { least: number; most: number } {
  let [least, most] = [0, 0];
  for (const [, many, unit] of duration.matchAll(/(\d+)([YMWD])/g)) {
    const months = unit === 'M' ? Number(many) : 0;
    // Twelve months are a year, however long each of them is.
    const years = Math.floor(months / 12);
    const rest = unit === 'M' ? months % 12 : Number(many);
    const [fewest, longest] = daysOf[unit as keyof typeof daysOf];
    least += years * 365 + rest * fewest;
    most += years * 366 + rest * longest;
  }
  return { least, most };
}

const covers = (activity: RecordVersion<'activity'>, dataset: NamedDataset): boolean =>
  statedItems(activity, activity.body.datasets).some((word) => means(dataset, word)) ||
  statedItems(activity, activity.body.dataItems).some((item) => means(dataset, item.dataset));

/**
 * The periods that the register states for a purpose: of the activities that name the dataset, where any does; else of
 * all that serve the purpose.
 */
export function declaredPeriods(
  snapshot: RegisterSnapshot,
  purposeId: string,
  dataset: NamedDataset | null,
): DeclaredPeriod[] {
  const serving = activitiesFor(snapshot, purposeId);
  const naming = dataset === null ? [] : serving.filter((activity) => covers(activity, dataset));
  const ids = (naming.length > 0 ? naming : serving).flatMap((one) => statedItems(one, one.body.retention));
  return [...new Set(ids)].flatMap((id): DeclaredPeriod[] => {
    const record = heldRecord(snapshot, 'retention', id);
    const duration = record === undefined ? undefined : statedValue(record, record.body.duration);
    return record === undefined || duration === undefined
      ? []
      : [{ ref: record.ref, duration, days: daysIn(duration) }];
  });
}
