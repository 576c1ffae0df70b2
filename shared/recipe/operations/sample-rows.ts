import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['sample-rows'];

/**
 * A simple random sample of people, whole persons with all their rows where a column tells people apart and repeats, else
 * of rows.
 */
export const sampleRows = defineOperation({
  id: 'sample-rows',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ share: z.number().min(0.0001).max(0.9999).default(0.1) }),
  effect: () => ({ reads: [], drops: [], changes: [] }),
  check: () => [],
  plan: ({ share }, from, { step }) => ({
    kind: 'whole-table',
    from,
    step,
    columns: [],
    way: { id: 'sample-rows', share },
  }),
  describe: ({ share }) => words.describe(share),
  form: [{ setting: 'share', control: 'number', minimum: 0.0001, maximum: 0.9999, ...words.share }],
  rename: (settings) => settings,
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'one in ten',
      settings: { share: 0.1 },
      columns: ['n'],
      before: [['1'], ['2'], ['3'], ['4'], ['5'], ['6'], ['7'], ['8'], ['9'], ['10']],
    },
    { name: 'a half', settings: { share: 0.5 }, columns: ['n'], before: [['1'], ['2']] },
  ],
  problems: [
    { name: 'nobody', settings: { share: 0 }, columns: ['n'], code: 'settings' },
    { name: 'everybody', settings: { share: 1 }, columns: ['n'], code: 'settings' },
  ],
});
