import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guardFinding, stateOf } from '#shared/domain/guardrail.ts';
import { factIds, facts, nothingAsked, type FactId } from '#shared/facts/index.ts';
import type { GuardInput } from '#shared/guardrails/guard-input.ts';
import { guardrails, judgeRelease, neededFacts } from '#shared/guardrails/index.ts';

const parts = new Set([
  'index',
  'guard-input',
  'example-input',
  'output-view',
  'reversal-risk',
  'hides-values',
  'type-properties',
  'identifiers-in-values',
  'no-targeting-by',
]);

describe('the list of guardrails', () => {
  it('holds G1–G7 and E1–E9, each once, each in a file of its name', () => {
    const ids = guardrails.map((guardrail) => guardrail.id);
    expect(ids).toEqual([
      'G1',
      'G2',
      'G3',
      'G4',
      'G5',
      'G6',
      'G7',
      'E1',
      'E2',
      'E3',
      'E4',
      'E5',
      'E6',
      'E7',
      'E8',
      'E9',
    ]);
    const files = readdirSync(new URL('../../shared/guardrails', import.meta.url))
      .map((file) => file.replace('.ts', ''))
      .filter((file) => !parts.has(file));
    expect(files.map((file) => file.split('-')[0] ?? '').sort()).toEqual(ids.map((id) => id.toLowerCase()).sort());
  });

  describe.each(guardrails.map((guardrail) => [guardrail.id, guardrail] as const))('%s', (_id, guardrail) => {
    it('has a worked case for passing and one for not passing', () => {
      const verdicts = new Set(guardrail.examples.map((example) => example.verdict));
      expect(verdicts.has('pass')).toBe(true);
      expect(verdicts.size).toBeGreaterThan(1);
    });

    it.each(guardrail.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
      const answer = guardFinding.parse({ id: guardrail.id, ...guardrail.judge(example.input) });
      expect(answer.verdict).toBe(example.verdict);
      if (example.state !== undefined) expect(stateOf(answer)).toBe(example.state);
      expect(answer.message).toMatch(/[.]$/);
      expect(answer.fix !== '').toBe(example.verdict !== 'pass');
    });

    it('reads no fact that it does not name', () => {
      const unnamed = new Set<string>();
      for (const { input } of guardrail.examples)
        guardrail.judge({
          ...input,
          facts: new Proxy(input.facts, {
            get(facts, id: FactId) {
              if (!guardrail.needs.includes(id)) unnamed.add(id);
              return facts[id];
            },
          }),
        });
      expect([...unnamed]).toEqual([]);
    });

    it('answers when nothing at all is known', () => {
      const empty: GuardInput = {
        release: 'anonymised',
        purpose: null,
        findings: [],
        unconfirmed: [],
        outputs: [{ name: 'x', sources: ['x'], treatment: 'kept' }],
        measure: null,
        facts: nothingAsked,
        policy: { targetingAge: 18, barred: [] },
        workspace: false,
      };
      expect(guardrail.judge(empty).verdict).not.toBe('block');
    });
  });

  it('asks for every fact that there is, and every fact is in a file of its name', () => {
    expect(neededFacts).toEqual(factIds);
    expect(new Set(factIds).size).toBe(factIds.length);
    const files = readdirSync(new URL('../../shared/facts', import.meta.url)).map((file) => file.replace('.ts', ''));
    expect(files.filter((file) => file !== 'index' && file !== 'fact').sort()).toEqual(factIds.toSorted());
  });

  it('is worked through with values that its facts can have', () => {
    for (const guardrail of guardrails)
      for (const { input } of guardrail.examples)
        for (const { id, value } of facts) {
          const answer = input.facts[id];
          if (answer.state === 'told') expect(value.parse(answer.value)).toEqual(answer.value);
        }
  });

  it('calls nothing passed that nobody looked at or stated', () => {
    const nothing: GuardInput = {
      release: 'pseudonymised',
      purpose: null,
      findings: [],
      unconfirmed: [],
      outputs: [],
      measure: null,
      facts: nothingAsked,
      policy: { targetingAge: 18, barred: [] },
      workspace: false,
    };
    for (const release of ['pseudonymised', 'anonymised', 'targeting'] as const)
      expect(
        judgeRelease({ ...nothing, release })
          .filter(({ state }) => state === 'passed')
          .map(({ id }) => id),
      ).toEqual([]);
    expect(stateOf({ verdict: 'warn' })).toBe('needs-you');
  });

  it('blocks an anonymised release only for what its rows would contain', () => {
    for (const guardrail of guardrails)
      for (const example of guardrail.examples) {
        const answers = judgeRelease({ ...example.input, release: 'anonymised' }).filter(
          (answer) => answer.verdict === 'block',
        );
        expect(answers.every((answer) => answer.columns.length > 0)).toBe(true);
      }
  });
});
