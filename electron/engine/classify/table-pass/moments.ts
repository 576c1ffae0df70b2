import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

const momentType = /(?:date|timestamp|year|month|day|time_of_day|expiry|calendar_feature)(?:_|$)/;

/** `last_email_opened_at`: the name speaks of contact, the values are moments; what is kept is when it happened. */
export function momentRules(columns: readonly ColumnState[], table: TableContext): void {
  for (const column of columns) {
    const { date, header } = column.facts;
    if (table.row === 'order' && date && header.vague && best(column)?.type === 'date_event')
      support(column, 'order_date', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.dateOfOrder,
      });
    const first = best(column);
    const type = first && semanticTypeById(first.type);
    if (!column.facts.date || column.facts.number || !first || !type || momentType.test(type.id)) continue;
    const contact = type.category === 'engagement' && type.id !== 'consent_status' && type.id !== 'subscription_status';
    if (contact)
      support(column, 'engagement_timestamp', first.score + 0.1, {
        kind: 'values',
        detail: evidenceText.table.momentsOfContact,
      });
    else if (type.category === 'behavioral')
      support(column, column.facts.date.hasTime ? 'timestamp' : 'date_event', first.score + 0.1, {
        kind: 'values',
        detail: column.facts.date.hasTime ? evidenceText.shape.moments : evidenceText.shape.dates,
      });
  }
}
