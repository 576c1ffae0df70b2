import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { releasedFindingsText as text } from '#shared/text/engine/released-findings.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import type { ReleasedFile } from './released-files.ts';
import { releasedTables } from './released-tables.ts';

/** What the log has of the guardrails' answers about a file; null in entries from before they were entered. */
function byLog({ entry }: ReleasedFile): GuardFinding[] | null {
  if (entry.kind !== 'release.written') return null;
  const { findings, overridden = [] } = entry.payload;
  if (findings === undefined) return null;
  return findings.map(({ id, verdict, state, code, columns = [] }) => {
    const override = overridden.find((one) => one.guardrail === id && one.code === code);
    return {
      id,
      verdict,
      ...(state === undefined ? {} : { state }),
      columns,
      message: text.byLog(code ?? null),
      evidence: '',
      fix: '',
      ...(override === undefined
        ? {}
        : { overridden: { by: override.by, role: override.role, reason: override.reason, at: entry.ts } }),
    };
  });
}

/**
 * What the guardrails said of files that were released by themselves: in the words of their records, and where these
 * were deleted, as the log has it. Null of several tables, whose certificate has it, and where nobody wrote it down.
 */
export function findingsOfReleased({
  catalog,
}: Pick<Workspace, 'catalog'>): (file: ReleasedFile) => GuardFinding[] | null {
  const records = new Map(catalog.releases.list().map(({ id, findings }) => [id, findings]));
  return (file) => records.get(file.releaseId) ?? byLog(file);
}

/** The same, of several tables that were released together, too; null where their certificate is not there any more. */
export async function findingsOfAllReleased(
  workspace: Workspace,
): Promise<(file: ReleasedFile) => GuardFinding[] | null> {
  const alone = findingsOfReleased(workspace);
  const tables = new Map((await releasedTables(workspace)).map((one) => [one.releaseId, one.certificate]));
  return (file) =>
    file.table === null ? alone(file) : (tables.get(file.releaseId)?.guardrails?.[file.table]?.findings ?? null);
}
