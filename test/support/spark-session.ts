import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a job gives: rows of each query, or what Spark says of the first statement that fails. */
export type SparkAnswer = { rows: (string | null)[][][] } | { error: string };

export interface SparkJob {
  /** Views of JSON Lines, or of CSV with a header, by name. */
  views: Record<string, string>;
  /** Run in order; of those that begin with SELECT or EXPLAIN the rows are kept. */
  statements: string[];
  /** Folders of CSV that views are written to at the end, by the name of the view. */
  writes?: Record<string, string>;
}

const driver = 'scripts/foreign/run-spark.py';

/** The Python that has pyspark: `CUSTOS_SPARK_PYTHON`, else `python3`; one with `SPARK_HOME` finds it there. */
const python = process.env['CUSTOS_SPARK_PYTHON'] ?? 'python3';

/** Why there is no Spark here, or null. */
export function sparkMissing(): string | null {
  const found = spawnSync(python, [driver, '--look'], { encoding: 'utf8' });
  return found.status === 0 ? null : (found.stdout ?? '').trim() || 'Python is not installed';
}

/** Runs jobs one after the other in one local Spark, each in a session of its own. */
export function runSpark(jobs: readonly SparkJob[]): SparkAnswer[] {
  const folder = mkdtempSync(join(tmpdir(), 'custos-spark-'));
  try {
    const asked = join(folder, 'asked.json');
    const answers = join(folder, 'answers.json');
    writeFileSync(asked, JSON.stringify(jobs));
    const { status, stderr } = spawnSync(python, [driver, asked, answers], {
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, SPARK_LOCAL_DIRS: folder },
    });
    if (status !== 0 || !existsSync(answers)) throw new Error(stderr.slice(-2000));
    return JSON.parse(readFileSync(answers, 'utf8')) as SparkAnswer[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
