import type { AttackFindings, AttackKind } from '#shared/domain/attack-results.ts';
import type { DisclosureTest } from '#shared/domain/release-figures.ts';
import { releaseText as text } from '#shared/text/engine/release.ts';

/** An answer to one of WP216's questions, and what it keeps from being said. */
export interface Answer {
  test: DisclosureTest;
  missing: string[];
}

/** An attack that is refused fails its question, whatever else was found. */
export function attacked({ test, missing }: Answer, attacks: AttackFindings | null): Answer {
  const refused = refusedAttacks(attacks, test.test);
  return refused.length === 0
    ? { test, missing }
    : {
        test: { ...test, result: 'fail', detail: [test.detail, ...refused].join(' ') },
        missing: [...missing, ...refused],
      };
}

/** What is said of the attacks of a kind that are refused; of many, of the worst. */
function refusedAttacks(attacks: AttackFindings | null, kind: AttackKind): string[] {
  const refused = (attacks?.results ?? [])
    .filter(({ attack, verdict }) => attack === kind && verdict === 'refused')
    .toSorted((a, b) => (b.low ?? 0) - (a.low ?? 0));
  return refused.slice(0, 3).map((result) => text.missing.attack(result, attacks!.limits[kind]));
}
