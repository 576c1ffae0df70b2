import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import type { RegisterWriter } from '#engine/journal/journal-writer.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';

/** The register of a workspace that takes no entries: whatever would write says why it cannot. */
export function readOnlyWriter(db: Database, name: string): RegisterWriter {
  const refuse = (): never => {
    throw new Failure('WORKSPACE_READ_ONLY', workspaceText.readOnly(name));
  };
  return {
    append: refuse,
    appendMany: refuse,
    transaction: refuse,
    checkpoint: () => logRepository(db).checkpoint() ?? '',
  };
}
