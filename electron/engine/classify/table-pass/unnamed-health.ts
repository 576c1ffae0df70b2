import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Different values from which a figure is a measurement rather than a code. */
const measured = 10;
const fewKinds = 25;
const open: readonly SemanticTypeId[] = ['unknown', 'person_attribute', 'numeric_metric', 'boolean_flag'];

/** Whole numbers of so many digits are measured of nobody: they are numbers of persons, papers or telephones. */
const isNumbering = ({ facts: { number, meanLength } }: ColumnState): boolean =>
  number?.whole === true && meanLength >= longest;
const longest = 7.5;

/** Diseases or medicines, told by the values themselves. */
const tellsHealth = (column: ColumnState): boolean =>
  leads(column, 'diagnosis', 'medication') && (best(column)?.share ?? 0) >= 0.4;

/**
 * Beside diseases or medicines of persons, what nothing names is part of the same file: what was measured, found,
 * written down, and when. Runs last; all of it is for review.
 */
export function unnamedHealthRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'person' || !columns.some((column) => column.facts.header.mute && tellsHealth(column))) return;
  for (const column of columns) {
    const { facts } = column;
    if (!facts.header.mute || facts.kinds.has('empty') || facts.distinct < 2 || facts.ascending) continue;
    const to = (type: SemanticTypeId, detail: string) =>
      support(column, type, Math.max(0.42, (best(column)?.score ?? 0) + 0.05), { kind: 'table', detail });
    if (facts.kinds.has('long_text')) {
      if (leads(column, 'free_text') || (best(column)?.score ?? 0) < 0.45)
        to('clinical_note', evidenceText.table.healthText);
    } else if ((best(column)?.score ?? 0) >= 0.45) continue;
    else if (facts.date && !facts.number) to('medical_date', evidenceText.table.dateOfPatients);
    else if (open.includes(best(column)?.type ?? 'unknown') && facts.distinct >= measured && isNumbering(column))
      to('person_id', evidenceText.table.unnamedCode);
    else if (
      open.includes(best(column)?.type ?? 'unknown') &&
      facts.number &&
      facts.distinct >= measured &&
      facts.uniqueness < 0.98
    )
      to('lab_value', evidenceText.table.besideDiseases);
    else if (open.includes(best(column)?.type ?? 'unknown') && facts.distinct <= fewKinds)
      to('health_status', evidenceText.table.besideDiseases);
  }
}
