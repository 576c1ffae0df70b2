import type { ModelVerdict } from '#shared/certificate/certificate.ts';
import { findPrivacyModel, privacyModels, type PrivacyModelId } from '#shared/privacy-models/index.ts';
import type { Measured, PrivacyModel } from '#shared/privacy-models/privacy-model.ts';

/** Decimals of a certificate are text of at most six places. */
export const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** A privacy model with its settings, and the sensitive column it is asked about; null for a model of classes. */
export interface ModelToJudge {
  model: PrivacyModel<object, PrivacyModelId>;
  settings: object;
  column: string | null;
}

/**
 * What a release is judged by: what its target names, with those settings, and what every release is judged by, with
 * the usual ones; models of sensitive columns once for each of these.
 * @param wanted models of the target, with settings that their schemas take
 */
export function modelsToJudge(
  wanted: readonly { model: string; settings: object }[],
  sensitive: readonly string[],
): ModelToJudge[] {
  const named = new Map(wanted.map(({ model, settings }) => [model, settings]));
  return privacyModels.flatMap(({ id, always, usual, needs }) => {
    const model = findPrivacyModel(id)!;
    const settings = named.get(id) ?? (always ? usual : undefined);
    if (settings === undefined) return [];
    return (needs === 'classes' ? [null] : sensitive).map((column) => ({ model, settings, column }));
  });
}

/** Whether a target names a model that judges by the values of every class. @param wanted as `modelsToJudge` */
export const readsValues = (wanted: readonly { model: string; settings: object }[]): boolean =>
  wanted.some(({ model, settings }) => findPrivacyModel(model)?.readsValues?.(settings) ?? false);

/** The measured classes of a release, and what was measured of each sensitive column over the classes of the others. */
export interface MeasuredModels {
  k: number;
  histogram: readonly { size: number; classes: number }[];
  sensitive: readonly { column: string; risk: Measured }[];
  /** People of a population in the class with fewest; null where none is counted. */
  population?: number | null;
}

/** Each model's answer. A sensitive column that was not measured has none. */
export function judgeModels(
  models: readonly ModelToJudge[],
  { k, histogram, sensitive, population }: MeasuredModels,
): ModelVerdict[] {
  const classes: Measured = { k, l: {}, t: {}, histogram, population: population ?? undefined };
  return models.flatMap(({ model, settings: given, column }) => {
    const measured = column === null ? classes : sensitive.find((one) => one.column === column)?.risk;
    if (measured === undefined) return [];
    const settings = model.settings.parse(given);
    const value = model.value(measured, settings, column ?? '');
    return [
      {
        model: model.id,
        column,
        value: decimal(value),
        wanted: decimal(model.wanted(settings)),
        met: model.met(value, settings),
        detail: model.explain(value, settings, column ?? ''),
      },
    ];
  });
}
