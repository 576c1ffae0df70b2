import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';

const randomKey = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,64})$/i;

/** Pages, browsers and addresses: this many together make a log of page views. */
const enough = 3;

const ofBrowsers: readonly SemanticTypeId[] = ['user_agent', 'ip_address', 'cookie_id', 'advertising_click_id'];

/**
 * In a log of page views, random keys that come back are browsers and visits; those of their own in every row are
 * events.
 */
export function webEventRules(columns: readonly ColumnState[]): void {
  const addresses = columns.filter(
    ({ facts }) =>
      facts.values.length > 0 &&
      facts.values.filter((value) => /^https?:\/\//.test(value)).length >= 0.6 * facts.values.length,
  ).length;
  const signs =
    Math.min(2, addresses) + ofBrowsers.filter((type) => columns.some((column) => leads(column, type))).length;
  if (signs < enough) return;
  for (const column of columns) {
    const { facts } = column;
    if ((best(column)?.score ?? 0) >= 0.45 || facts.values.length < 2) continue;
    const random = facts.values.filter((value) => randomKey.test(value)).length;
    if (random < 0.7 * facts.values.length) continue;
    if (facts.uniqueness < 0.8)
      support(column, 'cookie_id', 0.6, { kind: 'table', detail: evidenceText.table.keysComeBack });
    else support(column, 'event_id', 0.4, { kind: 'table', detail: evidenceText.table.randomKeyOfItsOwn });
  }
}
