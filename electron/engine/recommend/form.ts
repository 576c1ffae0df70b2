import { bandLabels } from '#shared/domain/band-labels.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import type { Level } from './step-spec.ts';

const { form } = recommendText;

/** How a column would read after a step, in a few words that say enough to try it again. */
export function formOf(step: Level['step']): string {
  if (step === null || step === 'drop') return form.asItIs;
  const { settings } = step;
  const edges = settings['edges'] as number[];
  switch (step.op) {
    case 'age-bands':
      return form.intervals(bandLabels(edges, 1));
    case 'numeric-bins':
      return form.intervals(bandLabels(edges, settings['whole'] === true ? 1 : 0));
    case 'zip-prefix':
      return form.prefix(Number(settings['length']));
    case 'truncate-date':
      return form.date(String(settings['to']));
    case 'coordinate-grid':
      return form.grid(Number(settings['degrees']));
    case 'truncate-ip':
      return form.network;
    case 'map-categories':
      return form.values((settings['hierarchy'] as string[][]).length);
    default:
      throw new Error(`A ladder has a step that is not told in words: ${step.op}.`);
  }
}
