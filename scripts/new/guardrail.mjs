import { areNames, listLast, words } from './list-entry.mjs';

/** What the guardrail below says. */
const textFile = (id, what) => `import { firstNames } from '../names.ts';
import { noColumns, outputColumns, says, type OfColumns } from './words.ts';

export const ${id}Text = {
  title: '${words(what)}',
  reasons: {
    'no-columns': noColumns,
    'none-found': () => says('No column of the output is of this kind.'),
    'found-in-output': ({ columns }: OfColumns) =>
      says(
        \`Columns of this kind are in the output: \${firstNames(columns)}.\`,
        \`\${outputColumns(columns.length)} \${columns.length === 1 ? 'is' : 'are'} of it.\`,
        'Drop these columns.',
      ),
  },
};
`;

/** A complete guardrail that looks for one kind of column: every part of it is to be made one's own. */
const guardrailFile = (id, what) => `import { ${id}Text } from '#shared/text/guardrails/${id}-${what}.ts';
import { names, visibleOutputs } from './output-view.ts';
import { because } from '#shared/domain/reason.ts';
import { doesNotApply, guardrail, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** ${words(what)}. */
export const ${id} = guardrail({
  id: '${id.toUpperCase()}',
  ...${id}Text,
  source: 'State the article, guideline or rule with its date',
  needs: [],
  blocks: {},
  judge(view) {
    const outputs = visibleOutputs(view);
    if (outputs.length === 0) return doesNotApply(because('no-columns'));
    const columns = names(outputs.filter(({ findings }) => findings.some(({ type }) => type === 'user_agent')));
    return columns.length === 0 ? pass(because('none-found')) : warn(columns, because('found-in-output'));
  },
  examples: [
    { name: 'a harmless column', input: exampleInput([]), verdict: 'pass', code: 'none-found' },
    {
      name: 'a column of this kind',
      input: exampleInput([exampleColumn('user_agent', 'kept')]),
      verdict: 'warn',
      code: 'found-in-output',
    },
    {
      name: 'nothing that can be read',
      input: exampleInput([exampleColumn('user_agent', 'redacted')]),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'no-columns',
    },
  ],
});
`;

/** @param {string} name such as `e10-proxies`: the id and what it guards; null where it is not of that form */
export const guardrail = {
  usage: 'guardrail ID-WHAT       (npm run new guardrail e10-proxies)',
  make([name], read) {
    if (!areNames(name)) return null;
    const [, id, what] = /^([a-z]\d+)-(.+)$/.exec(name) ?? [];
    if (id === undefined || what === undefined) return null;
    const list = 'shared/guardrails/index.ts';
    return {
      fresh: {
        [`shared/guardrails/${name}.ts`]: guardrailFile(id, what),
        [`shared/text/guardrails/${name}.ts`]: textFile(id, what),
      },
      changed: { [list]: listLast(read(list), 'all', id, name) },
    };
  },
};
