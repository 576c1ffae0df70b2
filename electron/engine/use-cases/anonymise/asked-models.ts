import { Failure } from '#shared/contract/failure.ts';
import type { TableValues } from '#shared/domain/class-values.ts';
import { findPrivacyModel, privacyModels } from '#shared/privacy-models/index.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { rowsByCode } from '#engine/anonymise/hierarchies/code-hierarchy.ts';
import type { Rule } from '#engine/anonymise/lattice/judge.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';

/** A protected column by its values: what a class is compared with. */
export const tableValues = (column: CodedColumn): TableValues => ({
  values: column.values,
  counts: [...rowsByCode(column)],
  rows: column.codes.length,
});

/**
 * The models a search goes by: k-anonymity, and those that were asked for, each of a protected column once for each.
 * That a class holds k people is that it has k different values of the column that tells them apart.
 * @throws Failure WRONG_USAGE for a model that there is not, one asked for twice, settings that its schema refuses, and
 *   where a model protects a column and none is named, or the other way round
 */
export function askedModels({ k, models, sensitive, person }: AskedAnonymise): ModelToJudge[] {
  const asked = [...models.filter(({ id }) => id !== 'k-anonymity'), { id: 'k-anonymity', settings: { k } }];
  const found = asked.map(({ id, settings }) => {
    const model = findPrivacyModel(id);
    if (model === undefined)
      throw new Failure(
        'WRONG_USAGE',
        text.unknownModel(
          id,
          privacyModels.map((one) => one.id),
        ),
      );
    if (asked.filter((one) => one.id === id).length > 1) throw new Failure('WRONG_USAGE', text.modelTwice(model.title));
    const parsed = model.settings.safeParse(settings);
    if (!parsed.success) throw new Failure('WRONG_USAGE', text.badSettings(model.title, model.allowed));
    return { model, settings: parsed.data };
  });
  const ofColumns = found.filter(({ model }) => model.needs === 'sensitive-column');
  if (ofColumns.length > 0 && sensitive.length === 0)
    throw new Failure('WRONG_USAGE', text.noProtected(ofColumns[0]!.model.title));
  if (ofColumns.length === 0 && sensitive.length > 0) throw new Failure('WRONG_USAGE', text.noModelFor(sensitive));
  const asModels = found
    .toSorted((a, b) => order(a.model.id) - order(b.model.id))
    .flatMap(({ model, settings }) =>
      (model.needs === 'classes' ? [null] : sensitive).map((column) => ({ model, settings, column })),
    );
  if (person === undefined) return asModels;
  return [...asModels, { model: findPrivacyModel('distinct-l-diversity')!, settings: { l: k }, column: person }];
}

export const inWords = ({ model, settings, column }: ModelToJudge): string => text.model(model.title, settings, column);

const order = (id: string): number => privacyModels.findIndex((model) => model.id === id);

/** The models as a search asks them. @param guarded the protected columns */
export const rulesFor = (models: readonly ModelToJudge[], guarded: readonly CodedColumn[]): Rule[] =>
  models.map(({ model, settings, column }): Rule => {
    const { judgement } = model;
    const met = (value: number): boolean => model.met(value, settings);
    const firm = model.isMonotone.withSuppressionLimit;
    if (judgement.each === 'class-size')
      return { asks: 'size', firm, holds: (rows) => met(judgement.value(rows, settings)) };
    if (judgement.each === 'all-sizes')
      return { asks: 'table', firm: false, holds: (sizes) => met(judgement.value(sizes, settings)) };
    const at = guarded.findIndex(({ name }) => name === column);
    const valueOf = judgement.prepare(tableValues(guarded[at]!), settings);
    return {
      asks: 'values',
      firm,
      guarded: at,
      holds: (values) => {
        const value = valueOf(values);
        return value === null || met(value);
      },
    };
  });
