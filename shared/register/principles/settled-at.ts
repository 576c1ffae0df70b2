import { stateOf, type GuardFinding } from '#shared/domain/guardrail.ts';

/**
 * Where what a guardrail says of lawfulness, purpose and minimisation is settled in the register: what the dataset is
 * for, with `purpose` to declare or test the one that was asked for; which columns are needed; a record by its reference;
 * the notice of a purpose by its reference.
 */
export type SettledAt =
  | { at: 'purposes'; purpose: boolean }
  | { at: 'columns' }
  | { at: 'record'; ref: string; field: string | null }
  | { at: 'notice'; ref: string }
  | { at: 'fairness' };

/** Fields of the record that a reason names, by its code. */
const fieldOf: Readonly<Record<string, string | null>> = {
  'special-without-condition': 'art9Conditions',
  'declared-without-basis': 'basis',
  'declared-without-reason': 'justification',
  'not-weighed': 'basis',
  'people-prevail': 'basis',
  'inform-before': 'informedOn',
};
const declares = new Set(['other-purpose', 'incompatible', 'came-in-on-consent', 'not-declared', 'unbound-columns']);

/** Null where the answer is no matter of the register, or nothing is left to be done. */
export function settledAt(finding: Pick<GuardFinding, 'id' | 'verdict' | 'state' | 'reason'>): SettledAt | null {
  const state = stateOf(finding);
  if (state === 'passed' || state === 'does-not-apply') return null;
  const { code = '', values = {} } = finding.reason ?? {};
  const { ref, refs } = values;
  if (code === 'record-unreadable' && Array.isArray(refs)) return { at: 'record', ref: String(refs[0]), field: null };
  if (finding.id === 'E6') return { at: 'fairness' };
  if (finding.id === 'G3') return code === 'no-purpose' ? null : { at: 'columns' };
  if (finding.id !== 'G1' && finding.id !== 'G2') return null;
  if (code === 'no-notice') return { at: 'notice', ref: String(ref) };
  const field = fieldOf[code];
  if (field !== undefined && typeof ref === 'string') return { at: 'record', ref, field };
  if (code === 'no-purpose' || code === 'other-use' || code === 'basis-without-reason') return null;
  return { at: 'purposes', purpose: declares.has(code) };
}
