import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { TableContext } from './table-pass/index.ts';

/** What describes a place or a body, and is personal only where the rows are persons. */
const ofPlaces = typeSet(
  'street_address',
  'full_address',
  'address_line_2',
  'street_name',
  'street_number',
  'city',
  'county',
  'neighborhood',
  'state_region',
  'postal_code',
  'country',
  'continent',
  'latitude',
  'longitude',
  'geo_coordinates',
  'user_location',
  'country_of_birth',
  'nationality',
);
const ofBodies = typeSet('height', 'weight', 'body_measurement');

/**
 * The address of a restaurant and the weight of a parcel are no personal data. Needs a table without a single column
 * that only persons have.
 */
export function ofThings(finding: Finding, table: TableContext): Finding {
  const things = table.entity === 'thing' || table.entity === 'business';
  if (!things || !(ofPlaces.has(finding.type) || (table.entity === 'thing' && ofBodies.has(finding.type))))
    return finding;
  const evidence = [
    ...finding.evidence,
    {
      kind: 'table' as const,
      detail: table.entity === 'business' ? evidenceText.table.onlyBusinesses : evidenceText.table.onlyGoods,
    },
  ];
  return {
    ...finding,
    class: 'non_pii',
    category: 'other',
    flags: [],
    needsReview: finding.class === 'linked',
    evidence,
  };
}
