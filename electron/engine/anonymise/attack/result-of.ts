import type { AttackLimits, AttackResult, AttackVerdict } from '#shared/domain/attack-results.ts';
import { attackRisk, attackVerdict } from './attack-risk.ts';
import type { AttackTally } from './tally.ts';

/**
 * The figures of one attack. Of an interval everybody counts once, however many splits they were a target in: further
 * splits take out the chance of the split, not that of the people.
 */
export function resultOf(tally: AttackTally, rows: number, limits: AttackLimits): AttackResult {
  const { attack, size, level, column, judged } = tally;
  const share = (successes: number, targets: number): number => (targets === 0 ? 0 : successes / targets);
  const once = (targets: number): number => (attack === 'singling-out' ? targets : Math.min(targets, rows));
  const tried = {
    main: share(tally.main, tally.mainTargets),
    control: share(tally.control, tally.controlTargets),
    mainTargets: once(tally.mainTargets),
    controlTargets: once(tally.controlTargets),
  };
  const known = {
    attack,
    size,
    ...(level === undefined ? {} : { level }),
    ...(column === undefined ? {} : { column }),
    ...tried,
    baseline: share(tally.baseline, tally.baselineTargets),
  };
  if (tried.controlTargets === 0)
    return { ...known, control: null, difference: null, risk: null, low: null, high: null, verdict: unjudged(judged) };
  return {
    ...known,
    difference: tried.main - tried.control,
    ...attackRisk(tried),
    verdict: judged ? attackVerdict(tried, limits[attack]) : null,
  };
}

/** Without a control nobody can say what is learnt of everybody alike. */
const unjudged = (judged: boolean): AttackVerdict | null => (judged ? 'cannot-be-judged' : null);
