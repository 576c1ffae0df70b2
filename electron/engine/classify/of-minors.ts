import { longPattern } from '#shared/domain/long-pattern.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { namesChildren, namesGuardian, parentOf } from '#shared/header-language/of-children.ts';
import type { ColumnFacts } from './column-facts.ts';

/** A class at school, as it is written: `7b`, `8th grade`, `4ème`, `2º ESO`. */
const schoolClass = longPattern('iu')`
  ^(?:
    \d{1,2} ?[a-h]|(?:grade|year|klasse|stufe|groep|form) ?\d{1,2}|\d{1,2}(?:st|nd|rd|th) grade|[3-6] ?[eè](?:me)?|
    \d{1,2}[ºª°.] ?(?:eso|primaria|bach\w*|ano|classe|media|elementare)|cp|ce[12]|cm[12]|kindergarten|preschool
  )$
`;
const saysParentOf = new RegExp(parentOf, 'iu');

/**
 * Whether a column says that people in it are children without giving an age: a person who answers for them, their class
 * at school, “parent of”.
 */
export function ofMinors(finding: Finding, { header, values, kinds }: ColumnFacts): boolean {
  if (kinds.has('empty') || values.length === 0) return false;
  const { text } = header;
  if (namesGuardian(text) && (finding.class === 'linked' || finding.flags.includes('consent'))) return true;
  const share = (pattern: RegExp): number => values.filter((value) => pattern.test(value)).length / values.length;
  return (namesChildren(text) && share(schoolClass) >= 0.8) || share(saysParentOf) >= 0.2;
}
