import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { epsilonOf, rhoOfPure } from './concentrated.ts';

/** What several releases of the same people spent together. */
export interface SpentTogether {
  epsilon: number;
  delta: number;
  /** Which rule gave the smaller ε for that δ. */
  by: 'basic' | 'zcdp';
}

/** What is added up of a release. */
type Spend = Pick<PrivacySpend, 'epsilon' | 'delta' | 'rho'>;

/** ρ of a release: as told, or that of an ε without δ; null where neither is known. */
const rhoFor = ({ rho, epsilon, delta }: Spend): number | null => rho ?? (delta === 0 ? rhoOfPure(epsilon) : null);

/**
 * Adds what was spent on the same people. Basic composition: the ε add up and so do the δ (Dwork et al. 2006).
 * Where every release has a ρ, those add up as well, and ε follows from their sum at the same δ (Bun, Steinke 2016;
 * Canonne, Kamath, Steinke 2020); the smaller ε holds. The relations of the releases have to be the same: whoever adds
 * rows to people counts a person's rows as that many people.
 */
export function addSpends(spends: readonly Spend[]): SpentTogether {
  const epsilon = spends.reduce((sum, spend) => sum + spend.epsilon, 0);
  const delta = spends.reduce((sum, spend) => sum + spend.delta, 0);
  const rhos = spends.map(rhoFor);
  if (delta > 0 && delta < 1 && rhos.every((rho) => rho !== null)) {
    const together = epsilonOf(
      rhos.reduce((sum, rho) => sum + rho, 0),
      delta,
    );
    if (together < epsilon) return { epsilon: together, delta, by: 'zcdp' };
  }
  return { epsilon, delta, by: 'basic' };
}
