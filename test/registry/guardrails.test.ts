import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nothingDeclared } from '#shared/domain/declared-use.ts';
import { guardFinding, stateOf } from '#shared/domain/guardrail.ts';
import { factIds, facts, nothingAsked, type FactId } from '#shared/facts/index.ts';
import type { GuardInput } from '#shared/guardrails/guard-input.ts';
import { guardrails, judgeRelease, neededFacts } from '#shared/guardrails/index.ts';
import { wordGuardFinding } from '#shared/guardrails/word-finding.ts';

describe('the list of guardrails', () => {
  it('holds G1–G7 and E1–E9, each once, each in a file of its name with its words', () => {
    const ids = guardrails.map((guardrail): string => guardrail.id);
    const always = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((number) =>
      number < 8 ? [`G${number}`, `E${number}`] : [`E${number}`],
    );
    expect(always.filter((id) => !ids.includes(id))).toEqual([]);
    for (const folder of ['shared/guardrails', 'shared/text/guardrails']) {
      const files = readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((file) => /^[a-z]\d+-/.test(file));
      expect(files.map((file) => file.split('-')[0] ?? '').sort()).toEqual(ids.map((id) => id.toLowerCase()).sort());
    }
  });

  describe.each(guardrails.map((guardrail) => [guardrail.id, guardrail] as const))('%s', (_id, guardrail) => {
    it('has a worked case for passing and one for not passing', () => {
      const verdicts = new Set(guardrail.examples.map((example) => example.verdict));
      expect(verdicts.has('pass')).toBe(true);
      expect(verdicts.size).toBeGreaterThan(1);
    });

    it.each(guardrail.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
      const answer = judgeRelease(example.input).find(({ id }) => id === guardrail.id)!;
      expect(answer).toMatchObject({ verdict: example.verdict, reason: { code: example.code } });
      if (example.state !== undefined) expect(answer.state).toBe(example.state);
      // What is stored is what was said: nothing of it is lost on the way.
      const worded = wordGuardFinding(answer);
      expect(guardFinding.parse(worded)).toEqual({ ...answer, ...worded });
      expect(worded.message).toMatch(/[.]$/);
      expect(worded.fix !== '').toBe(example.verdict !== 'pass');
      expect([worded.message, worded.evidence, worded.fix].join(' ')).not.toMatch(/undefined|NaN|\[object/);
    });

    it('has a worked case for every reason, and no reason without', () => {
      expect([...new Set(guardrail.examples.map(({ code }) => code))].sort()).toEqual(
        Object.keys(guardrail.reasons).sort(),
      );
    });

    it('says of each reason that blocks, and of no other, who may release all the same', () => {
      const blocking = guardrail.examples.filter(({ verdict }) => verdict === 'block').map(({ code }) => code);
      expect(Object.keys(guardrail.blocks).sort()).toEqual([...new Set(blocking)].sort());
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
        asItStands: false,
        workspace: false,
        declared: nothingDeclared,
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

  it('lets nobody override what knows no exception, or what would make a word false', () => {
    const approver = guardrails.flatMap((guardrail) =>
      guardrail.examples
        .map(({ input }) => wordGuardFinding(judgeRelease(input).find(({ id }) => id === guardrail.id)!))
        .filter(({ overridable }) => overridable)
        .map(({ id, reason, overridableBy }) => `${id} ${reason?.code} ${overridableBy}`),
    );
    expect([...new Set(approver)]).toEqual([
      'G1 special-without-condition approver',
      'G1 people-prevail approver',
      'G2 other-purpose approver',
      'E1 exact-in-targeting approver',
      'E1 events-in-targeting approver',
    ]);
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
      asItStands: false,
      workspace: false,
      declared: nothingDeclared,
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
