import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { ColumnFacts } from './column-facts.ts';
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
  'electoral_district',
);
/** By these sums are broken down: the sex of a row of deaths is nobody's. */
const breakdowns = typeSet('gender', 'age', 'age_group', 'race_ethnicity', 'education_level', 'political_affiliation');
/** What a catalogue offers; in it nobody has been given it yet. */
const offered = typeSet('medical_service', 'medication', 'medical_code', 'performance_rating', 'health_expense');
/** What goods are made of, do and are sorted by; somebody's own only where anything else in the table is a person's. */
const ofGoods = typeSet('fitness_activity', 'alcohol_use', 'education_attribute');
const ofBodies = typeSet('height', 'weight', 'body_measurement');

/** What the rows are decides, neither name nor values: no more certain than this. */
const byRows = 0.85;

/** In a row that sums up many people a place is where they all are, and a figure is how many of them, or their mean. */
function ofMany(finding: Finding, facts: ColumnFacts): Finding {
  const figure = facts.number !== null && !facts.number.decorated;
  const place = ofPlaces.has(finding.type);
  const dimension = place || breakdowns.has(finding.type);
  if (finding.class === 'non_pii' && figure)
    return { ...finding, flags: finding.flags.filter((flag) => flag === 'timestamp') };
  if (finding.class !== 'linkable' || !(dimension || figure)) return finding;
  return {
    ...finding,
    class: 'non_pii',
    category: 'other',
    type: dimension ? finding.type : 'numeric_metric',
    runnerUp: dimension ? finding.runnerUp : finding.type,
    flags: [],
    confidence: Math.min(finding.confidence, byRows),
    needsReview: true,
    evidence: [{ kind: 'table', detail: evidenceText.table.sumsOfPlace }, ...finding.evidence],
  };
}

/**
 * The address of a restaurant and the weight of a parcel are no personal data. Needs a table without a single column
 * that only persons have.
 */
export function ofThings(finding: Finding, facts: ColumnFacts, table: TableContext): Finding {
  if (table.entity === 'aggregate') return ofMany(finding, facts);
  const things = table.entity === 'thing' || table.entity === 'business';
  const catalogue = table.entity === 'thing' && table.row === 'other' && table.ownNames && offered.has(finding.type);
  const alone = table.entity === 'other' && table.personalColumns <= 1 && finding.type !== 'education_attribute';
  if ((things || alone) && ofGoods.has(finding.type) && table.row === 'other')
    return {
      ...finding,
      class: 'non_pii',
      category: 'other',
      flags: [],
      needsReview: true,
      confidence: Math.min(finding.confidence, byRows),
      evidence: [...finding.evidence, { kind: 'table', detail: evidenceText.table.noOtherPersonal }],
    };
  if (!things || !(ofPlaces.has(finding.type) || ofBodies.has(finding.type) || catalogue)) return finding;
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
