import type { WrittenValues } from '#shared/domain/written-value.ts';
import { readablePaths } from '#engine/analysis/file-literal.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { readName } from '#engine/release/formats/copy-rows.ts';
import type { ReleaseFormat } from '#engine/release/formats/release-format.ts';
import { lookAtValues } from '#engine/written-values/look-at-values.ts';

/** A written file as it lies there. */
export interface FileToJoin {
  path: string;
  format: ReleaseFormat;
  names: readonly string[];
  /** Name of the column that joins it. */
  key: string;
  longestRow: number;
}

/** What the written files say together. */
export interface MeasuredJoin {
  /** Fewest people who read alike over all tables; 0 without people. */
  k: number;
  classes: number;
  people: number;
  /** Of each file, that of people first. */
  rows: number[];
  /** What stands in the cells of each, but those of its key. */
  written: WrittenValues[];
  /** Every person has one key, all keys are 1 to as many as there are people, and every other row has one of them. */
  keysHold: boolean;
}

/** A row without its key, as a list of texts. */
const rowText = ({ names, key }: FileToJoin): string =>
  `[${names.flatMap((name, at) => (name === key ? [] : [`coalesce(t.${readName(at)}, '')`])).join(', ')}]::VARCHAR[]`;

const keyText = ({ names, key }: FileToJoin): string => `t.${readName(names.indexOf(key))}`;

/**
 * Joins the written files by a data engine of its own that has seen nothing else, and counts people by all that they
 * read: their row, and their rows in every other file in whatever order.
 * @param files that of people first
 * @throws Failure JOB_CANCELLED
 */
export async function measureJoined(
  files: readonly FileToJoin[],
  directory: string,
  signal: AbortSignal,
): Promise<MeasuredJoin> {
  const duck = await openDuck({
    directory,
    readable: files.flatMap(({ path }) => readablePaths(path)),
    columns: files.reduce((sum, { names }) => sum + names.length, 0),
  });
  try {
    const written: WrittenValues[] = [];
    for (const [at, file] of files.entries()) {
      const { path, names, longestRow, format } = file;
      const relation = await format.readBack(duck, { path, names, cells: null, longestRow, work: directory }, signal);
      await interruptible(duck, signal, () =>
        duck.run(
          `CREATE TEMP TABLE f${at} AS SELECT ${keyText(file)} AS key, ${rowText(file)} AS said FROM ${relation} t`,
        ),
      );
      const columns = names.flatMap((name, column) => (name === file.key ? [] : [{ name, sql: readName(column) }]));
      written.push(await lookAtValues(duck, relation, columns, { signal }));
    }
    const others = files.slice(1).map((_, at) => at + 1);
    const joins = others.map(
      (at) =>
        `LEFT JOIN (SELECT key, list_sort(list(said)) AS said FROM f${at} GROUP BY key) p${at} ON p${at}.key = p.key`,
    );
    const by = ['p.said', ...others.map((at) => `p${at}.said`)].join(', ');
    const strangers = others.map(
      (at) => `(SELECT count(*) FROM f${at} WHERE key IS NULL OR key NOT IN (SELECT key FROM f0))`,
    );
    return await interruptible(duck, signal, async () => {
      const [found] = await duck.query<{ k: number | null; classes: number }>(
        `SELECT min(n) AS k, count(*) AS classes FROM (SELECT count(*) AS n FROM f0 p ${joins.join(' ')} GROUP BY ${by})`,
      );
      const [keys] = await duck.query<{ people: number; hold: boolean | null; strangers: number }>(
        `SELECT count(*) AS people, count(DISTINCT key) = count(*) AND min(key::BIGINT) = 1 AND max(key::BIGINT) = count(*) ` +
          `AS hold, ${['0', ...strangers].join(' + ')} AS strangers FROM f0`,
      );
      const rows: number[] = [];
      for (const at of files.keys())
        rows.push((await duck.query<{ n: number }>(`SELECT count(*) AS n FROM f${at}`))[0]!.n);
      return {
        k: found!.k ?? 0,
        classes: found!.classes,
        people: keys!.people,
        rows,
        written,
        keysHold: keys!.hold === true && keys!.strangers === 0,
      };
    });
  } finally {
    duck.close();
  }
}
