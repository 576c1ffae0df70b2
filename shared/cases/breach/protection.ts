import type { BreachFacts } from '../breach.ts';
import type { Affected } from './scope.ts';

/** Why Art. 34(3)(a) may hold or does not: data nobody can understand who has no right to. */
export type ProtectionCode =
  | 'sealed-key-elsewhere'
  | 'anonymised'
  | 'key-taken'
  | 'hash-reversible'
  | 'plain'
  | 'rest-readable'
  | 'not-known';

export interface Protection {
  /** Whether the ground may hold. Whether it does is for a person to decide. */
  unintelligible: 'may-hold' | 'does-not-hold' | 'not-known';
  because: ProtectionCode;
}

const protection = (unintelligible: Protection['unintelligible'], because: ProtectionCode): Protection => ({
  unintelligible,
  because,
});

/**
 * What the state of the affected data says of Art. 34(3)(a), by what people answered and by the forms of the
 * identifiers. A hash without a key is no protection: whoever tries all values has them (AEPD and EDPS, 2019). What is
 * not known is never taken for protected.
 */
export function protectionOf(
  { encrypted, keyTaken }: Pick<BreachFacts, 'encrypted' | 'keyTaken'>,
  affected: Pick<Affected, 'identifiers'> | null,
): Protection {
  if (affected?.identifiers === 'anonymised') return protection('may-hold', 'anonymised');
  if (encrypted === 'yes' && keyTaken === 'no') return protection('may-hold', 'sealed-key-elsewhere');
  if (encrypted === 'yes' && keyTaken === 'yes') return protection('does-not-hold', 'key-taken');
  if (encrypted === 'no' && affected !== null)
    switch (affected.identifiers) {
      case 'plain':
        return protection('does-not-hold', 'plain');
      case 'unkeyed':
        return protection('does-not-hold', 'hash-reversible');
      case 'none':
      case 'keyed':
        return protection('does-not-hold', keyTaken === 'yes' ? 'key-taken' : 'rest-readable');
      default:
    }
  return protection('not-known', 'not-known');
}
