import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleUnreadable, exampleView } from '#shared/register/rules/example-view.ts';
import { judgeRules, rules } from '#shared/register/rules/index.ts';

describe('the rules of lawfulness', () => {
  it('are R-LAW-01 to R-LAW-10 and R-RET-01, each in a file of its number with its words', () => {
    const ids = rules.map(({ id }) => id);
    const law = Array.from({ length: 10 }, (_, at) => `R-LAW-${String(at + 1).padStart(2, '0')}`);
    expect(ids).toEqual([...law, 'R-RET-01']);
    for (const folder of ['shared/register/rules', 'shared/text/register/rules']) {
      const files = readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((file) =>
        /^(law|ret)-\d/.test(file),
      );
      expect(files.map((file) => `R-${file.slice(0, 6).toUpperCase()}`).sort()).toEqual(ids);
    }
  });

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('has a worked case for every reason, one passing and one not', () => {
      const codes = rule.examples.flatMap(({ code }) => code ?? []);
      expect([...new Set(codes)].sort()).toEqual(Object.keys(rule.reasons).sort());
      const states = rule.examples.map(({ state }) => state);
      expect(states).toContain('passed');
      expect(states.some((state) => state !== 'passed' && state !== 'does-not-apply')).toBe(true);
    });

    it.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
      const answer = judgeRules(example.view).find((judged) => judged.rule === id)!;
      expect(answer.state).toBe(example.state);
      expect(answer.found.map(({ reason }) => reason.code)).toEqual(example.code === null ? [] : [example.code]);
      for (const { message, evidence, fix, state } of answer.found) {
        expect(message).toMatch(/\.$/);
        expect(fix !== '').toBe(state !== 'passed');
        expect([message, evidence, fix].join(' ')).not.toMatch(/undefined|NaN|\[object|complian/);
      }
    });
  });

  it.each(rules.flatMap(({ id, rests }) => rests.map((kind) => [id, kind] as const)))(
    '%s is not known while a %s cannot be read, and names it',
    (id, kind) => {
      const passing = rules.find((rule) => rule.id === id)!.examples.find(({ state }) => state === 'passed')!;
      const { snapshot, datasets } = passing.view;
      const judged = (unreadable: ReturnType<typeof exampleUnreadable>) =>
        judgeRules(exampleView(snapshot.records, [...datasets], [unreadable])).find(({ rule }) => rule === id)!;
      const answer = judged(exampleUnreadable(kind, 'xx-9'));
      expect(answer.state).toBe('not-stated');
      expect(answer.found.at(-1)).toMatchObject({ message: expect.stringContaining('XX-9'), place: { kind } });
      expect(judged(exampleUnreadable(kind, 'xx-9', { state: 'retired' })).state).toBe('passed');
    },
  );

  it('says of what does not apply why, and of nothing else', () => {
    for (const { view } of rules.flatMap(({ examples }) => examples))
      for (const { rule, state, found, why } of judgeRules(view)) {
        if (state === 'does-not-apply') expect(why, rule).toMatch(/^[A-Z].*\.$/);
        else expect([rule, why]).toEqual([rule, '']);
        expect(found.length === 0, rule).toBe(state === 'does-not-apply');
      }
  });

  it('calls nothing passed in a workspace about which nothing is known', () => {
    for (const { state } of judgeRules(exampleView([], []))) expect(state).toBe('does-not-apply');
  });

  it('takes data of which nobody declared anything for not stated, whatever asks of purposes or activities', () => {
    const answers = judgeRules(exampleView([]));
    for (const { of, id } of rules.filter((rule) => rule.of !== 'dataset')) {
      const { state, found } = answers.find(({ rule }) => rule === id)!;
      expect([id, of, state]).toEqual([id, of, 'not-stated']);
      expect(found[0]!.message).toContain('customers');
    }
  });
});
