import { expect, test } from 'vitest';
import { channels, type ChannelId } from '#shared/channels/index.ts';
import { screens, type ScreenId } from '#shared/domain/screens.ts';
import { guardrails, type GuardrailId } from '#shared/guardrails/index.ts';
import { policyOn, type PolicyId } from '#shared/policy/index.ts';
import { privacyModels, type PrivacyModelId } from '#shared/privacy-models/index.ts';
import { operations, type OperationId } from '#shared/recipe/operations/index.ts';
import { semanticTypes, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';

/** Each union is derived from its registry: an id that is in no registry does not compile, and the compiler checks this file. */
test('an id that is in no registry does not compile', () => {
  // @ts-expect-error
  const type: SemanticTypeId = 'no_such_type';
  // @ts-expect-error
  const operation: OperationId = 'no-such-operation';
  // @ts-expect-error
  const guardrail: GuardrailId = 'H1';
  // @ts-expect-error
  const channel: ChannelId = 'no-such-channel';
  // @ts-expect-error
  const screen: ScreenId = 'no-such-screen';
  // @ts-expect-error
  const model: PrivacyModelId = 'no-such-model';
  const ids = [semanticTypes, operations, guardrails, channels, screens, privacyModels].map((registry) =>
    registry.map(({ id }) => id as string),
  );
  expect([type, operation, guardrail, channel, screen, model].map((id, at) => ids[at]!.includes(id))).toEqual(
    Array(6).fill(false),
  );
});

test('a policy row that is in no registry does not compile', () => {
  // @ts-expect-error
  const topic: PolicyId = 'no-such-topic';
  expect(policyOn('2026-11-01').ruling(topic, '*')).toBeNull();
  // @ts-expect-error
  expect(() => policyOn('2026-11-01').value('identifier-lifetime', 'no_such_type')).toThrow(RangeError);
});

test('a set of types takes types only, and may be asked about any text', () => {
  // @ts-expect-error
  expect(typeSet('age', 'no_such_type').has('age')).toBe(true);
  expect(typeSet('age').has('a name from a later version')).toBe(false);
});
