import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { readHierarchyFile } from '#engine/anonymise/hierarchies/read-hierarchies.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';

/**
 * Gives t-closeness by a hierarchy the lines of the protected column's file, where it does not bring its own.
 * @param paths of hierarchy files, by column
 * @throws Failure WRONG_USAGE where there is no such file, or several columns would need one each; as `parseHierarchy`
 */
export async function withDistances(
  asked: AskedAnonymise,
  paths: ReadonlyMap<string, string>,
): Promise<AskedAnonymise> {
  const { sensitive } = asked;
  const models: AskedAnonymise['models'][number][] = [];
  for (const model of asked.models) {
    const { id, settings } = model;
    if (id !== 't-closeness' || settings.distance !== 'hierarchical' || settings.hierarchy !== undefined) {
      models.push(model);
      continue;
    }
    const path = sensitive.length === 1 ? paths.get(sensitive[0]!) : undefined;
    if (path === undefined) throw new Failure('WRONG_USAGE', text.noDistances(sensitive));
    const { rows } = await readHierarchyFile(path, basename(path));
    models.push({ id, settings: { ...settings, hierarchy: rows } });
  }
  return { ...asked, models };
}
