import { Failure } from '#shared/contract/failure.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';

const mostK = 1_000_000;

/**
 * Takes k-map by a table of the population out of the models, which are judged from the file alone.
 * @param population whether there is such a table
 * @returns `least`: people of the population in every class; null where they are not counted
 * @throws Failure WRONG_USAGE where there is a table and nothing that counts it, or the other way round
 */
export function takeByTable(
  asked: AskedAnonymise,
  population: boolean,
): { asked: AskedAnonymise; least: number | null } {
  const ofTable = asked.models.filter(({ id }) => id === 'k-map');
  if (!population) {
    if (ofTable.some(({ settings }) => settings['sampled'] === undefined))
      throw new Failure('WRONG_USAGE', text.noPopulation);
    return { asked, least: null };
  }
  const [first, ...more] = ofTable;
  if (first === undefined) throw new Failure('WRONG_USAGE', text.populationAlone);
  if (more.length > 0) throw new Failure('WRONG_USAGE', text.modelTwice('k-map'));
  const { k, ...others } = first.settings;
  if (typeof k !== 'number' || !Number.isInteger(k) || k < 1 || k > mostK || Object.keys(others).length > 0)
    throw new Failure('WRONG_USAGE', text.badByTable);
  return { asked: { ...asked, models: asked.models.filter(({ id }) => id !== 'k-map') }, least: k };
}
