import { createHash, createHmac } from 'node:crypto';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { text, type Expression } from '#shared/plan/expression.ts';
import { platformProfiles } from '#shared/recipe/platforms/index.ts';
import { platformEmail, platformMaid, platformPhone } from '#shared/recipe/platforms/platform-text.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { writeExpression } from '#shared/sql/write-sql.ts';
import type { Pseudonyms } from './search-relation.ts';
import type { KeysInUse } from './keys-in-use.ts';

/** Spellings in which a keyed hash may have met a value: as it lies there, and as a recipe brings it together. */
const hashedSpellings = (values: readonly string[]): string[] => [
  ...new Set(values.flatMap((value) => [value, value.trim(), value.normalize('NFC').trim().toLowerCase()])),
];

/** HMAC-SHA-256 of the values under every key by which this workspace ever wrote hashes (RFC 2104; see `keyed-hash`). */
function keyedHashes(workspace: Workspace, keyNames: readonly string[], values: readonly string[]): string[] {
  const spellings = hashedSpellings(values);
  const keys = keyNames.flatMap((name) =>
    [...Array(workspace.keys.pseudonymEpoch(name) + 1).keys()].map((epoch) => workspace.keys.pseudonymKey(name, epoch)),
  );
  return keys.flatMap((key) => {
    try {
      return spellings.map((value) => createHmac('sha256', key).update(value, 'utf8').digest('hex'));
    } finally {
      key.fill(0);
    }
  });
}

/** What the platforms would hash of the values, by the very rules that write their files. */
async function platformHashes(duck: Duck, callingCodes: readonly string[], values: readonly string[]) {
  if (values.length === 0) return [];
  const written = values.flatMap((value) =>
    platformProfiles.flatMap((profile): Expression[] => [
      platformEmail(text(value), profile),
      platformMaid(text(value), profile),
      ...['', ...callingCodes].map((code) => platformPhone(text(value), profile, code)),
    ]),
  );
  const sql = [...new Set(written.map((expression) => writeExpression(expression, duckDialect, () => '')))];
  const [spellings = []] = await duck.texts(
    `SELECT DISTINCT v FROM (${sql.map((own) => `SELECT CAST(${own} AS VARCHAR) AS v`).join(' UNION ALL ')}) WHERE v IS NOT NULL`,
  );
  return spellings.flatMap((spelling) =>
    ['sha256', 'sha1', 'md5'].map((algorithm) => createHash(algorithm).update(spelling!, 'utf8').digest('hex')),
  );
}

/**
 * The hashes and tokens that stand for somebody: under the workspace's keys (`keyed`), and without a key (`platform`),
 * for which SHA-1 and MD5 are looked for, too.
 * @param values as typed, and as they lie in the datasets
 * @param tokens of the tables of tokens, which know what they stand for
 */
export async function pseudonymsOf(
  workspace: Workspace,
  duck: Duck,
  { keyNames, callingCodes }: KeysInUse,
  { values, tokens }: { values: readonly string[]; tokens: readonly string[] },
): Promise<Pseudonyms> {
  const platform = await platformHashes(duck, callingCodes, hashedSpellings(values));
  return new Map([
    ...platform.map((hash) => [hash, 'platform'] as const),
    ...[...keyedHashes(workspace, keyNames, values), ...tokens].map((hash) => [hash, 'keyed'] as const),
  ]);
}
