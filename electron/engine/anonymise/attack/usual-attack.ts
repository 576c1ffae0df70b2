import type { AttackTargets } from './attack-input.ts';

/**
 * On whom a release is attacked, whoever attacks it: every row where that is affordable. A certificate, `custos attack` and
 * a recommendation try the same, so that none of them refuses what another passes.
 */
export const attackTargets: AttackTargets = { predicates: 600, linkability: 2000, inference: 20_000 };

/** Random splits; both halves of each are attacked. */
export const attackSplits = 2;

/** Whoever draws the halves of a release again draws the same. */
export const attackSeed = 20_261_130;
