import { areNames, camel, listLast, listText, words } from './list-entry.mjs';

/** What the model below says, as an entry of shared/text/privacy-models.ts. */
const privacyModelText = (name) => `  '${name}': {
    title: '${words(name)}',
    allowed: 'It has one setting: least, a whole number from 1 to 1,000,000.',
    explain: (value: number, wanted: number) => \`The smallest class has \${value}, \${wanted} are wanted.\`,
  },
`;

/** A complete model that looks at the smallest class: every part of it is to be made one's own. */
const privacyModelFile = (name) => `import { z } from 'zod';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['${name}'];

/** Every combination of the quasi-identifiers is shared by at least so many. */
export const ${camel(name)} = definePrivacyModel({
  id: '${name}',
  title: text.title,
  source: 'State the paper or standard with its year',
  settings: z.strictObject({ least: z.number().int().min(1).max(1_000_000) }),
  usual: { least: 5 },
  always: false,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: true,
    source: 'State the paper that proves it with its year',
  },
  better: 'higher',
  value: ({ k }) => k,
  judgement: { each: 'class-size', value: (rows) => rows },
  wanted: ({ least }) => least,
  met: (value, { least }) => value >= least,
  explain: (value, { least }) => text.explain(value, least),
  allowed: text.allowed,
  examples: [
    {
      name: 'two alike',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
      ],
      settings: { least: 2 },
      value: 2,
      met: true,
    },
    {
      name: 'somebody alone',
      rows: [
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { least: 2 },
      value: 1,
      met: false,
    },
  ],
});
`;

/** A privacy model. */
export const privacyModel = {
  usage: 'privacy-model NAME',
  make([name], read) {
    if (!areNames(name)) return null;
    const folder = 'shared/privacy-models';
    const texts = 'shared/text/privacy-models.ts';
    return {
      fresh: { [`${folder}/${name}.ts`]: privacyModelFile(name) },
      changed: {
        [`${folder}/index.ts`]: listLast(read(`${folder}/index.ts`), 'privacyModels', name, name),
        [texts]: listText(read(texts), privacyModelText(name)),
      },
    };
  },
};
