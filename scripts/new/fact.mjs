import { areNames, camel, listBefore, listLast, withImport } from './list-entry.mjs';

/** What the fact tells. */
const factFile = (name) => `import { z } from 'zod';
import { fact } from './fact.ts';

/** Say what is counted, of which rows, and in which unit. */
export const ${camel(name)} = fact({ id: '${name}', value: z.strictObject({ rows: z.int().min(0) }) });
`;

/** A complete provider that counts the rows that would be written: every part of it is to be made one's own. */
const providerFile = (name) => `import type { FactValues } from '#shared/facts/index.ts';
import type { FactProvider } from './fact-provider.ts';

/** Say for which releases it is asked, and which columns tell. */
export const ${camel(name)}Provider: FactProvider<FactValues['${name}']> = {
  ask: () => ({
    state: 'asked',
    way: 'counts',
    columns: [],
    count: () => ({ aggregates: ['count(*)'], value: ([rows = 0]) => ({ rows }) }),
  }),
};
`;

/** What a guardrail may ask about the rows: what it tells, and how it is found. @param {string} name kebab-case */
export const fact = {
  usage: 'fact NAME',
  make([name], read) {
    if (!areNames(name)) return null;
    const list = 'shared/facts/index.ts';
    const providers = 'electron/engine/facts/index.ts';
    const line = `import { ${camel(name)}Provider } from './${name}.ts';`;
    return {
      fresh: {
        [`shared/facts/${name}.ts`]: factFile(name),
        [`electron/engine/facts/${name}.ts`]: providerFile(name),
      },
      changed: {
        [list]: listLast(read(list), 'facts', name, name),
        [providers]: withImport(
          listBefore(
            read(providers),
            '};\n\n/** What a release asks of its rows. */',
            `  ${name.includes('-') ? `'${name}'` : name}: ${camel(name)}Provider,\n`,
          ),
          line,
          name,
        ),
      },
    };
  },
};
