import type { AttackFindings, AttackLimits } from '#shared/domain/attack-results.ts';
import { attackHalves } from '#engine/anonymise/attack/attack-halves.ts';
import { attackSeed, attackSplits, attackTargets } from '#engine/anonymise/attack/usual-attack.ts';
import { pickRows, withoutSmallClasses } from '#engine/anonymise/attack/without-small-classes.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import type { PolicyRuling } from '#shared/policy/policy-in-force.ts';
import { attackKinds } from '#shared/domain/attack-results.ts';
import type { Remade } from '../run-recipe/ways/way-input.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import type { MeasuredOutput } from './measure-output.ts';

export interface AttackedRows {
  rows: Pick<TransformedRows, 'compiled' | 'duck' | 'person'>;
  measured: Pick<MeasuredOutput, 'mayLeave' | 'measure' | 'way'>;
  /** A release that is to be anonymised has no class below its target, whatever leaves them out. */
  anonymised: boolean;
  /** Columns that the recipe protects: nobody knows them who attacks, and they are guessed. */
  guarded: readonly string[];
  limits: AttackLimits;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

/** More columns than this are not attacked one by one: each is guessed from all the others. */
const mostColumns = 250;

/** The limits that the policy in force sets. */
export const attackRulings = (policy: PolicyInForce): PolicyRuling[] =>
  attackKinds.flatMap((attack) => policy.ruling('attack-limit', attack) ?? []);

export const attackLimits = (policy: PolicyInForce): AttackLimits => {
  const of = (attack: (typeof attackKinds)[number]): number => policy.value('attack-limit', attack) / 100;
  return { 'singling-out': of('singling-out'), linkability: of('linkability'), inference: of('inference') };
};

/** Columns in which rows differ: of the others there is nothing to find. */
const differing = ({ rows, columns }: CodedTable): CodedTable => ({
  rows,
  columns: columns.filter(({ values }) => values.length > 1),
});

/** A number for each row, the same for rows of one person; rows that name nobody are nobody else's. */
function personsOf({ codes, values }: CodedTable['columns'][number]): Uint32Array {
  const nobody = values.indexOf(null);
  return Uint32Array.from(codes, (code, row) => (code === nobody ? values.length + row : code));
}

/** Which classes are left out of a half: those the recipe leaves out, and of an anonymised release those below its target. */
function leftOutOf({ rows, measured, anonymised }: AttackedRows): { k: number; by: readonly string[] } | null {
  const { suppression } = rows.compiled;
  if (suppression !== null) return { k: suppression.k, by: suppression.columns };
  const { targetK, quasiIdentifiers } = measured.measure;
  return anonymised ? { k: Math.max(2, targetK), by: quasiIdentifiers } : null;
}

/**
 * Attacks what a recipe makes of the rows that may leave: of random halves of them, small classes left out of each half
 * by itself. Attackers know people as the recipe writes their values, so what is found is what the rows tell together,
 * not what a band leaves open.
 * @returns null where there are too many columns, or nothing in which rows differ
 * @throws Failure JOB_CANCELLED
 */
export async function attackRows(input: AttackedRows): Promise<AttackFindings | null> {
  const { rows, measured, guarded, limits, signal, onProgress } = input;
  if (rows.compiled.outputs.length > mostColumns || measured.way?.id === 'noisy-counts') return null;
  const remade = measured.way !== null && 'remade' in measured.way ? measured.way.remade : await rowsRemade(input);
  const people = differing(remade.people);
  if (people.columns.length === 0) return null;
  const names = new Set(people.columns.map(({ name }) => name));
  return attackHalves({
    people,
    persons: remade.persons,
    unknown: guarded,
    releaseOf: async (half) => {
      const { released, ...read } = await remade.releaseOf(half);
      const columns = released.columns.filter(({ name }) => names.has(name));
      return { released: { rows: released.rows, columns }, ...read };
    },
    splits: attackSplits,
    targets: attackTargets,
    limits,
    seed: attackSeed,
    signal,
    onProgress,
  });
}

/** Of a recipe that does nothing to all rows together: small classes are left out of each half. */
async function rowsRemade(input: AttackedRows): Promise<Remade> {
  const { rows, measured, signal } = input;
  const columns = rows.compiled.outputs.map(({ name, physical }) => ({ name, sql: physical }));
  const whole = { duck: rows.duck, relation: measured.mayLeave, orderBy: 'rid', signal };
  const people = await codeTable({ ...whole, columns });
  const person = rows.person && {
    ...whole,
    columns: [{ name: 'person', sql: `CAST(${rows.person.sql} AS VARCHAR)` }],
  };
  const persons = person === null ? undefined : personsOf((await codeTable(person)).columns[0]!);
  const small = leftOutOf(input);
  return {
    people,
    persons,
    releaseOf: async (half) => {
      const left = small === null ? half : withoutSmallClasses(people, half, { ...small, persons });
      return { released: pickRows(people, left) };
    },
  };
}

/** The attacks that a certificate tells, by the limits that the policy sets. */
export const attackForCertificate = (
  rows: AttackedRows['rows'] & Pick<TransformedRows, 'policy'>,
  measured: AttackedRows['measured'],
  { guarded, signal, onProgress }: Pick<AttackedRows, 'guarded' | 'signal' | 'onProgress'>,
): Promise<AttackFindings | null> =>
  attackRows({
    rows,
    measured,
    anonymised: true,
    guarded,
    limits: attackLimits(rows.policy),
    signal,
    onProgress,
  });
