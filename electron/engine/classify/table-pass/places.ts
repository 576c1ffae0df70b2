import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { isRecentYear } from './parts-of-days.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import { merelyNamed, type TableContext } from './entity.ts';

/** `1011 Amsterdam`, `69002 Lyon`. */
const codeAndPlace = /^\d{4,5} \p{Lu}[\p{L}' .()-]{1,40}$/u;
const inRange = (column: ColumnState, limit: number): boolean =>
  column.facts.number !== null && column.facts.number.min >= -limit && column.facts.number.max <= limit;
/** Coordinates have many decimals and lie in clusters, not around zero. */
const geographic = (column: ColumnState): boolean =>
  (column.facts.number?.decimals ?? 0) >= 3 && column.facts.number?.zeroShare === 0 && column.facts.distinct >= 3;

/** Postal places stand together; latitude and longitude come in pairs. */
export function placeRules(columns: readonly ColumnState[], table: TableContext): void {
  const places: readonly SemanticTypeId[] = ['city', 'state_region', 'country', 'street_address', 'county'];
  for (const [at, column] of columns.entries()) {
    const { facts } = column;
    // House numbers are as long as they come; postal codes are all equally long, and come back with their place.
    if (
      leads(column, 'street_address') &&
      facts.values.length >= 5 &&
      facts.values.every((value) => codeAndPlace.test(value)) &&
      new Set(facts.values.map((value) => value.indexOf(' '))).size === 1 &&
      !facts.header.tokens.some((token) =>
        /^(?:street|strasse|address|adresse|rue|calle|via|rua|straat|adres)$/.test(token),
      )
    )
      support(column, 'city', (best(column)?.score ?? 0) + 0.1, {
        kind: 'values',
        detail: evidenceText.table.codeAndPlace,
      });
    const neighbours = [columns[at - 1], columns[at + 1]].filter((other) => other !== undefined);
    const near = [columns[at - 2], ...neighbours, columns[at + 2]].filter((other) => other !== undefined);
    const next = columns[at + 1];
    if (
      facts.header.mute &&
      next?.facts.header.mute &&
      geographic(column) &&
      geographic(next) &&
      facts.number &&
      next.facts.number
    ) {
      const [first, second] = [inRange(column, 90), inRange(next, 180)];
      const sameDecimals = Math.abs(facts.number.decimals - next.facts.number.decimals) <= 1;
      const spreadOut = Math.abs(facts.number.median - next.facts.number.median) > 1;
      if (sameDecimals && spreadOut && ((first && second) || (inRange(column, 180) && inRange(next, 90)))) {
        const latitudeFirst =
          first && (!inRange(next, 90) || facts.number.median < next.facts.number.median || !inRange(column, 60));
        support(column, latitudeFirst ? 'latitude' : 'longitude', 0.85, {
          kind: 'neighbour',
          detail: evidenceText.table.latitudeAndLongitude,
        });
        support(next, latitudeFirst ? 'longitude' : 'latitude', 0.85, {
          kind: 'neighbour',
          detail: evidenceText.table.latitudeAndLongitude,
        });
      }
    }
    if (
      facts.header.mute &&
      near.some((other) => leads(other, ...places, 'gender', 'occupation', 'job_title')) &&
      near.some((other) => leads(other, ...places, 'occupation', 'job_title')) &&
      looksPostal(column) &&
      !isRecentYear(column)
    )
      support(column, 'postal_code', 0.75, { kind: 'neighbour', detail: evidenceText.table.asLongAsPostalCodes });
    const cityShare = column.hypotheses.get('city')?.share ?? 0;
    if (
      facts.header.mute &&
      cityShare >= 0.4 &&
      facts.values.length >= 5 &&
      !leads(column, 'first_name', 'last_name', 'full_name', 'country', 'job_title') &&
      neighbours.some((other) => leads(other, 'state_region', 'country', 'street_address', 'postal_code'))
    )
      support(column, 'city', 0.35, { kind: 'neighbour', detail: evidenceText.table.placeNames });
  }
  if (table.entity !== 'business') return;
  for (const column of columns)
    if (leads(column, 'full_name') && ((column.hypotheses.get('full_name')?.share ?? 0) < 0.3 || merelyNamed(column)))
      support(column, 'business_name', 1, { kind: 'table', detail: evidenceText.table.rowsAreBusinesses });
}

const postal =
  /^(?:\d{4,6}|\d{5}-\d{3,4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4}-\d{3}|\d{4} ?[A-Z]{2})$/i;
function looksPostal(column: ColumnState): boolean {
  const values = column.facts.values.slice(0, 200);
  if (
    values.length < 4 ||
    column.facts.ascending ||
    column.facts.distinct <= 0.02 * column.facts.rows ||
    (column.facts.number?.median ?? 99_999) <= 999
  )
    return false;
  return (
    new Set(values.map((value) => value.length)).size <= 4 &&
    values.filter((value) => postal.test(value)).length >= 0.7 * values.length
  );
}
