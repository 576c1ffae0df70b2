import { guardrailsText } from '#shared/text/guardrails.ts';
import { guardrail, pass } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

const text = guardrailsText.g7;

/** Accountability: the release leaves an entry in the register, and its classification was confirmed by a person. */
export const g7 = guardrail({
  id: 'G7',
  title: text.title,
  source: 'GDPR Art. 5(2), 30',
  needs: [],
  judge(input) {
    if (!input.workspace) return { verdict: 'warn', columns: [], ...text.noWorkspace };
    const open = [...input.unconfirmed];
    if (open.length > 0)
      return {
        verdict: 'warn',
        columns: open,
        message: text.unconfirmed.message(open),
        evidence: text.unconfirmed.evidence(open.length),
        fix: text.unconfirmed.fix,
      };
    return pass(text.pass);
  },
  examples: [
    { name: 'a workspace', input: exampleInput([]), verdict: 'pass' },
    { name: 'no workspace', input: exampleInput([], { workspace: false }), verdict: 'warn' },
    { name: 'suggestions only', input: exampleInput([], { unconfirmed: ['city'] }), verdict: 'warn' },
  ],
});
