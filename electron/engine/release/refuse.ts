import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { GuardMeasure } from '#shared/guardrails/guard-input.ts';
import { firstNames } from '#shared/text/names.ts';
import { rowsOrPeople } from '#shared/text/numbers.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2).replace(/\.?0+$/, '')} %`;

/**
 * Stops a release whose target is missed or which a guardrail blocks; nothing has been written by then.
 * @throws Failure TARGET_MISSED, GUARDRAIL_BLOCKS, both with every guardrail's answer
 */
export function refuseRelease(release: ReleaseKind, { measure, excluded }: { measure: GuardMeasure; excluded: readonly { why: string; rows: number }[] }, findings: GuardFinding[]): void {
  const missed = (sentence: string): never => {
    throw new Failure('TARGET_MISSED', `${sentence} Nothing was written.`, { findings });
  };
  if (measure.rowsIn > 0 && measure.suppressed > measure.suppressionLimit * measure.rowsIn)
    missed(`Reaching k ${measure.targetK} leaves out ${measure.suppressed} of ${measure.rowsIn} rows (${percent(measure.suppressed / measure.rowsIn)}), more than the limit of ${percent(measure.suppressionLimit)}: generalise further or raise the limit.`);
  if (measure.rowsOut === 0 && (release === 'anonymised' || measure.rowsIn > 0))
    missed(`No row is left to write${excluded.length === 0 ? '' : ` of ${measure.rowsIn}: ${excluded.map(({ why, rows }) => `${rows} ${why}`).join(', ')}`}.${excluded.some(({ why }) => why === 'age not known') ? ' A targeting release takes only people whom a column shows to be of age.' : ''}`);
  if (release === 'anonymised') {
    const others = findings.filter((finding) => finding.verdict === 'block' && finding.id !== 'G6');
    const smallest = rowsOrPeople(measure.k, measure.countsPeople);
    if (measure.k < measure.targetK && others.length === 0) {
      if (measure.quasiIdentifiers.length === 0) missed(`The output is of ${smallest} in all, the target is ${measure.targetK}: a file of so few cannot be anonymous.`);
      missed(`The smallest class over ${firstNames(measure.quasiIdentifiers)} has ${smallest}, the target is ${measure.targetK}: generalise or drop one of these columns, or suppress small classes over all of them.`);
    }
  }
  const blocking = findings.filter((finding) => finding.verdict === 'block');
  if (blocking.length > 0)
    throw new Failure('GUARDRAIL_BLOCKS', `${blocking.map((finding) => `${finding.id}: ${finding.message}`).join(' ')} Nothing was written.`, { findings });
}
