import { couldBeKnown } from '#shared/domain/could-be-known.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { hasFlag, isDirectIdentifier } from './output-view.ts';
import { specialFlags } from '#shared/policy/index.ts';

/**
 * Whether the values of a column are masked until somebody asks for them: everything about a person, text in people's
 * own words (it can hold anything), special categories whatever their class, secrets; and a column whose class is still
 * in doubt.
 */
export const hidesValues = (finding: Finding): boolean =>
  finding.needsReview ||
  couldBeKnown(finding) ||
  isDirectIdentifier(finding) ||
  hasFlag(finding, [...specialFlags, 'credentials']);
