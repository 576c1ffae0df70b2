import type { PrivacyModelId } from '#shared/privacy-models/index.ts';
import { tableOfMap, type MapByTable } from './map-by-table.ts';
import type { RecipeFormat2, TargetModel } from './recipe-format-2.ts';

type Target = RecipeFormat2['target'];

/** The model that leaving out small classes works towards. */
const kAnonymity: PrivacyModelId = 'k-anonymity';
const kMap: PrivacyModelId = 'k-map';

/** The k used where nobody chose another: a product default, not law. */
export const usualK = 5;

const modelOf = (k: number): TargetModel => ({ model: kAnonymity, settings: { k } });

/** A target of k-anonymity alone. @param suppression share (0..1) of rows that may be left out */
export const kTarget = (k: number, suppression: number): Target => ({ models: [modelOf(k)], suppression });

/** The smallest class that a target asks for: the usual one where it names no k-anonymity. */
export function kOf({ target }: { target: Target }): number {
  const k = target.models.find(({ model }) => model === kAnonymity)?.settings['k'];
  return typeof k === 'number' ? k : usualK;
}

/** The same target with another k, its other models as they are. */
export const withK = (target: Target, k: number): Target => ({
  ...target,
  models: target.models.some(({ model }) => model === kAnonymity)
    ? target.models.map((one) => (one.model === kAnonymity ? modelOf(k) : one))
    : [modelOf(k), ...target.models],
});

/** What a target asks for beside k-anonymity. */
export const furtherModels = ({ models }: Target): TargetModel[] => models.filter(({ model }) => model !== kAnonymity);

/** k-map by a table of the population, where a target asks for it. */
export function populationAsked({ target }: { target: Target }): MapByTable | null {
  const asked = target.models.find(({ model }) => model === kMap);
  return asked === undefined ? null : tableOfMap(asked.settings);
}

/** The same target with k-map by that table, or without any. */
export const withMap = (target: Target, asked: MapByTable | null): Target => ({
  ...target,
  models: [
    ...target.models.filter(({ model, settings }) => model !== kMap || tableOfMap(settings) === null),
    ...(asked === null ? [] : [{ model: kMap, settings: { ...asked } }]),
  ],
});

/** k of a target that is one k-anonymity and nothing else; null for any other. */
export function onlyK({ models }: Target): number | null {
  const [one, ...more] = models;
  if (one?.model !== kAnonymity || more.length > 0 || Object.keys(one.settings).join() !== 'k') return null;
  const { k } = one.settings;
  return typeof k === 'number' ? k : null;
}
