import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { isUndecided } from '#shared/domain/could-be-known.ts';
import { csvText } from '#shared/domain/csv-text.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import { requireEnterable } from '../require-enterable.ts';

const asJson = (session: DatasetSession, columns: readonly object[]): string => {
  const { name, fileName, sha256 } = session.record.summary;
  return `${JSON.stringify({ dataset: name, source: fileName, sha256, columns }, null, 2)}\n`;
};

const asCsv = (rows: readonly Record<string, string | number>[]): string =>
  csvText([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(String))]);

/**
 * The classification as a data dictionary: one line per column, no cell value. CSV, or JSON where the file's name ends
 * so.
 */
export async function exportDictionary(
  state: EngineSession,
  session: DatasetSession,
  path: string,
): Promise<{ fileName: string; sha256: string }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'dictionary.exported');
  await guardWrite(state, [{ path }]);
  const profiles = new Map(session.profiles.map((profile) => [profile.name, profile]));
  const rows = session.classified().map(({ suggestion, decision, effective }, index) => {
    const profile = profiles.get(effective.name);
    return {
      position: index + 1,
      column: effective.name,
      class: isUndecided(effective) ? 'undecided' : effective.class,
      category: effective.category,
      type: effective.type,
      label: semanticTypeById(effective.type)?.label ?? effective.type,
      flags: effective.flags.join(' '),
      confidence: suggestion.confidence.toFixed(2),
      decision: decision === null ? 'open' : decision.action,
      decidedBy: decision?.actor ?? '',
      decidedAt: decision?.at ?? '',
      reason: decision?.reason ?? '',
      valueType: profile?.valueType ?? '',
      rows: profile?.rows ?? 0,
      empty: profile?.nulls ?? 0,
      distinct: profile?.distinct ?? 0,
      evidence: effective.evidence.map(({ detail }) => detail).join('; '),
    };
  });
  const text = path.toLowerCase().endsWith('.json') ? asJson(session, rows) : asCsv(rows);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { id } = session.record.summary;
  await writeEntered(path, text, () =>
    workspace.register.append({
      kind: 'dictionary.exported',
      subjectRef: id,
      payload: { datasetId: id, fileName: basename(path), sha256 },
    }),
  );
  return { fileName: basename(path), sha256 };
}
