import { best, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Share of personal columns from which an untold column of the same table is taken for personal too. */
const mostlyPersonal = 0.6;

/** Without a telling name, a few different words in a table of persons describe the person; nobody can say how, so it stays for review. */
export function unlabelledRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'person' || table.personShare < mostlyPersonal || table.personalColumns < 3) return;
  for (const column of columns) {
    const { facts } = column;
    // A name nobody knows over words that repeat is as good as none; over numbers it is mostly a measure.
    const mute = facts.header.mute || best(column)?.type === 'unknown';
    if (!mute || (best(column)?.score ?? 0) >= 0.4 || facts.kinds.has('empty') || facts.distinct < 2 || facts.kinds.has('date') || facts.ascending || facts.kinds.has('long_text')) continue;
    const measure = facts.number !== null && facts.uniqueness > 0.5;
    const address = facts.values.slice(0, 50).filter((value) => /^https?:|^[\w-]+(?:\.[\w-]+)+$/.test(value)).length > 0.5 * Math.min(50, facts.values.length);
    if (measure || (address && facts.number === null)) continue;
    support(column, 'person_attribute', 0.42, { kind: 'table', detail: 'Nothing names this column, but the columns around it describe persons.' });
  }
}
