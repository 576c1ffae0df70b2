import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { searchFreeText } from '../free-text.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Share of the texts that must name a person and speak of her or him. */
const mostly = 0.4;

/** Free text in a table of persons that speaks of persons by name is about them, not just free text. */
export function aboutPersonsRules(columns: readonly ColumnState[], table: TableContext, tools: ValueTools): void {
  if (table.entity !== 'person') return;
  for (const column of columns) {
    if (
      !column.facts.kinds.has('long_text') ||
      (best(column) &&
        !leads(column, 'free_text', 'unknown', 'technical_attribute', 'opinion', 'person_attribute', 'rating'))
    )
      continue;
    const found = searchFreeText(column.facts, tools);
    if (found && found.of >= 3 && found.aboutPersons >= mostly * found.of)
      support(column, 'biography', (best(column)?.score ?? 0) + 0.2, {
        kind: 'values',
        detail: evidenceText.textsNamePersons(found.aboutPersons, found.of),
      });
  }
}
