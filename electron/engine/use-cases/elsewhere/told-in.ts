import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { MadeElsewhere } from '#shared/domain/made-elsewhere.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { CompiledScript } from '#shared/recipe/compile-script.ts';
import { readFigures, toldFigure } from '#shared/recipe/script-figures.ts';
import { unsoundFigure } from '#shared/recipe/sound-figures.ts';
import { shareLeftOut } from '#shared/recipe/told-target.ts';
import { certifyText as text } from '#shared/text/engine/certify.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';

/** Bytes: a figure a line, and no run has more of them. */
const largestChecks = 4_194_304;

/** What another engine told of its run, and the SHA-256 of the file that it came in. */
export interface ToldRun {
  checks: string;
  told: MadeElsewhere['told'];
}

/**
 * Reads what another engine told, and holds it to what the script tells of and to itself.
 * @throws Failure FILE_UNREADABLE; WRONG_USAGE where it is not of one run of this script
 */
export async function toldIn(path: string, script: CompiledScript): Promise<ToldRun> {
  const name = basename(path);
  const content = await readBounded(path, largestChecks).catch((error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new Failure('FILE_UNREADABLE', text.checksUnreadable(name), { cause: error });
  });
  const read = readFigures(content.toString('utf8'));
  if ('at' in read) throw new Failure('FILE_UNREADABLE', text.noCheck(name, read));
  const { suppression, segment } = script.compiled;
  const unsound = unsoundFigure(read.told, script.figures, {
    k: suppression?.k ?? null,
    chooses: segment.length > 0,
  });
  if (unsound !== null) throw new Failure('WRONG_USAGE', text.unsound(name, unsound));
  return { checks: createHash('sha256').update(content).digest('hex'), told: read.told };
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/**
 * Holds the rows that were left out for small classes to the recipe's limit.
 * @param rowsOut of the file, where it is at hand; absent: as they were told
 * @throws Failure TARGET_MISSED
 */
export function requireShare(
  told: MadeElsewhere['told'],
  { target }: Recipe,
  { compiled }: CompiledScript,
  rowsOut = toldFigure(told, 'rows_out'),
): void {
  const share = compiled.suppression === null ? null : shareLeftOut(told, rowsOut);
  if (share !== null && share > target.suppression)
    throw new Failure('TARGET_MISSED', text.tooMany(percent(share), percent(target.suppression)));
}
