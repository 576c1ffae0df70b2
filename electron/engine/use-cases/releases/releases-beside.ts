import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { certificate as certificateSchema, type Certificate } from '#shared/certificate/certificate.ts';
import { tablesCertificate, type TablesCertificate } from '#shared/certificate/tables-certificate.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { EarlierRelease } from '#engine/release/join-earlier.ts';
import { isAskedFor, madeFrom, mannerOf, type AskOfRelease } from './earlier-releases.ts';

const ending = '.certificate.json';
/** A folder can hold anything: so many certificates are read, and none larger than this. */
const mostRead = 200;
const largest = 4 * 1024 * 1024;

/** A certificate of one table, or of several. */
async function certificateAt(path: string): Promise<Certificate | TablesCertificate | null> {
  try {
    const facts = await stat(path);
    if (!facts.isFile() || facts.size > largest) return null;
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return certificateSchema.safeParse(value).data ?? tablesCertificate.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

/** The releases of several related tables that the source was one of. */
const relatedOf = ({ tables, measured, createdAt }: TablesCertificate, sourceSha256: string): EarlierRelease[] =>
  tables
    .filter(({ input }) => input.sha256 === sourceSha256)
    .map(({ input, output }) => ({
      releaseId: output.sha256,
      output: output.name,
      createdAt,
      made: null,
      related: { k: measured.k, columns: output.columns.filter((name) => name !== input.key) },
    }));

/**
 * Where no register tells of earlier releases of a source: those whose certificates lie beside the output, each
 * recipe under one policy once. A release that is to be anonymised is held against all of them, any other against those that were. The one that
 * is being replaced is none.
 * @param ask `resaved` of releases of files with other bytes
 * @returns null where none lies there, so that nothing is known
 */
export async function releasesBeside(
  outputPath: string,
  sourceSha256: string,
  release: ReleaseKind,
  ask: AskOfRelease,
): Promise<EarlierRelease[] | null> {
  const folder = dirname(outputPath);
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith(ending) && join(folder, name) !== `${outputPath}${ending}`,
  );
  const found = new Map<string, EarlierRelease>();
  for (const name of names.sort().slice(0, mostRead)) {
    const written = await certificateAt(join(folder, name));
    if (written !== null && 'tables' in written) {
      for (const one of relatedOf(written, sourceSha256)) found.set(one.releaseId, one);
      continue;
    }
    if (written === null || !isAskedFor(release, written)) continue;
    const ofThisFile = written.inputs.some(({ sha256 }) => sha256 === sourceSha256);
    if (!ofThisFile && (found.has(mannerOf(written)) || !(await ask.resaved(written)))) continue;
    // Noise is another each time where no key is the same, and each time is spent.
    found.set(written.spent === undefined ? mannerOf(written) : written.output.sha256, {
      releaseId: written.output.sha256,
      output: written.output.name,
      createdAt: written.createdAt,
      made: madeFrom(written, ask),
    });
  }
  return found.size === 0 ? null : [...found.values()];
}
