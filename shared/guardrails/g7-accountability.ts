import { because } from '#shared/domain/reason.ts';
import { g7Text } from '#shared/text/guardrails/g7-accountability.ts';
import { guardrail, pass, warn } from './guardrail.ts';
import { exampleInput } from './example-input.ts';

/** Accountability: the release leaves an entry in the register, and its classification was confirmed by a person. */
export const g7 = guardrail({
  id: 'G7',
  ...g7Text,
  source: 'GDPR Art. 5(2), 30',
  needs: [],
  blocks: {},
  judge({ workspace, unconfirmed }) {
    if (!workspace) return warn([], because('no-workspace'));
    return unconfirmed.length > 0 ? warn([...unconfirmed], because('unconfirmed')) : pass(because('accounted-for'));
  },
  examples: [
    { name: 'a workspace', input: exampleInput([]), verdict: 'pass', code: 'accounted-for' },
    { name: 'no workspace', input: exampleInput([], { workspace: false }), verdict: 'warn', code: 'no-workspace' },
    {
      name: 'suggestions only',
      input: exampleInput([], { unconfirmed: ['city'] }),
      verdict: 'warn',
      code: 'unconfirmed',
    },
  ],
});
