import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EngineSession } from '#engine/session/engine-session.ts';

/**
 * The register that comes with the sample, as its invented company would keep it, to be brought in like any other.
 * @returns null where the open workspace does not hold the sample, or its register says already whose it is: nothing
 *   invented is mixed with what people keep
 */
export async function sampleRegister(state: EngineSession): Promise<{ grantId: string; fileName: string } | null> {
  const { catalog } = state.requireWorkspace();
  if (catalog.records.get('organisation', 'organisation') !== null) return null;
  const held = new Set(catalog.datasets.list().map(({ sha256 }) => sha256));
  if (held.size === 0) return null;
  const folder = join(state.environment.resourcesDirectory, 'sample');
  const sample = createHash('sha256')
    .update(await readFile(join(folder, 'customers.csv')))
    .digest('hex');
  if (!held.has(sample)) return null;
  const { grantId, path } = state.grants.add(join(folder, 'register.json'), 'read');
  return { grantId, fileName: basename(path) };
}
