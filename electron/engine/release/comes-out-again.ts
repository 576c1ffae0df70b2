import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { overridesOf } from '#shared/certificate/certified-policy.ts';
import { recipeOf } from '#shared/domain/recipe-file.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { LedgerInHand } from '../facts/ledger-lookup.ts';
import { noiseSecret, planHash } from '../run-recipe/plan-hash.ts';
import type { ReleaseSource } from '../run-recipe/recipe-source.ts';
import { isDrawn } from '../run-recipe/ways/apply-way.ts';
import { transformRows } from '../run-recipe/transform-rows.ts';
import { asSource } from './formats/as-source.ts';
import { formats } from './formats/index.ts';
import { measureOutput } from './measure-output.ts';
import { fileBorder } from './place/file-border.ts';
import { stageOutput } from './stage-output.ts';

/** What an earlier release is made again from. */
export interface AgainInput {
  source: ReleaseSource;
  findings: readonly Finding[];
  /** The keys it may have been made with. */
  keys: ReleaseKeys | null;
  purpose: Purpose | null;
  /** The consent ledger as it was then. */
  ledger: LedgerInHand | null;
  /** Private directory that the source's data engine may write to. */
  directory: string;
  signal?: AbortSignal | undefined;
}

/** Whether a file of other bytes can hold the same rows: it has as many, in as many columns of the same names. */
export function canBeResaved({ inputs, recipe }: Certificate, { rows, columns }: ReleaseSource): boolean {
  const [input] = inputs;
  const names = columns.map(({ name }) => name);
  return (
    inputs.length === 1 &&
    input!.rows === rows &&
    input!.columns === names.length &&
    (recipe.columns === undefined || JSON.stringify(recipe.columns) === JSON.stringify(names))
  );
}

/**
 * Whether an earlier release comes out of this source byte for byte, though its certificate names a file of other bytes:
 * the same rows were saved again, with other line ends or in another format. Nothing has to be kept of a source for
 * that, so nobody can try guesses against it.
 * @throws Failure JOB_CANCELLED, DISK_FULL
 */
export async function comesOutAgain(certificate: Certificate, input: AgainInput): Promise<boolean> {
  const { referenceDate, output, rows: told } = certificate;
  const recipe = recipeOf(certificate.recipe);
  const { findings, keys, purpose, signal } = input;
  const format = output.form === undefined ? formats[output.format] : asSource(output.format, output.form);
  const source = { ...input.source, sha256: certificate.inputs[0]!.sha256 };
  const { spreadsheet, emptyIsNull } = format;
  const work = join(input.directory, `again-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const rows = await transformRows({
      source,
      recipe,
      purpose,
      ledger: input.ledger,
      listedAt: certificate.createdAt,
      findings,
      keys,
      referenceDate,
      overrides: overridesOf(certificate.policy),
      spreadsheet,
      emptyIsNull,
      signal,
    });
    try {
      const plan = planHash(rows.compiled);
      if (plan !== certificate.planHash) return false;
      const measured = await measureOutput(rows, {
        recipe,
        findings,
        writes: true,
        secret: noiseSecret(keys, source.sha256, rows.compiled),
        signal,
      });
      const { risk } = measured;
      const { k, uniqueRows, classes } = certificate.measured;
      if (
        risk.rows !== told.out ||
        (!isDrawn(measured.way) && risk.k !== k) ||
        risk.unique.rows !== uniqueRows ||
        risk.classes !== classes
      )
        return false;
      const { file } = await stageOutput({
        source,
        keys,
        keepOrder: certificate.rowOrder === 'kept',
        anonymised: recipe.release === 'anonymised',
        releaseId: randomUUID(),
        target: join(work, 'again'),
        rows,
        measured,
        format,
        typed: output.typed ?? false,
        findings,
        plan,
        work,
        files: fileBorder,
        signal,
      });
      return file.sha256 === output.sha256;
    } finally {
      await rows.close();
    }
  } catch (error) {
    // What cannot be made of this source was not made of it. A certificate that anybody may have laid there never stands
    // in the way of a release; a person's Cancel and a full disk do.
    if (error instanceof Failure && error.code !== 'JOB_CANCELLED' && error.code !== 'DISK_FULL') return false;
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
