import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { failureCodes } from '#shared/contract/failure.ts';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeAll(() => (made = makeEngine('message port')));
afterAll(() => made.close());

const methods = Object.entries(contract).flatMap(([area, group]) =>
  Object.keys(group).map((name) => [area, name] as const),
);
const allowed = new Set([...Object.keys(failureCodes), 'BAD_REQUEST', 'NOT_FOUND']);

/**
 * Sends a message as a hostile page could, and takes whatever comes back: an answer, a typed failure, a job's first
 * events.
 */
async function send(area: string, name: string, input: unknown): Promise<string> {
  try {
    const method = (made.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
      area
    ]![name]!;
    const answer = await method(input);
    if (answer !== null && typeof answer === 'object' && Symbol.asyncIterator in answer)
      for await (const _event of answer as AsyncIterable<unknown>) break;
    return 'answered';
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code';
  }
}

describe('any message gets an answer or a typed failure, and the engine lives on', () => {
  it('random inputs to every method', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...methods),
        fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              datasetId: fc.string(),
              grantId: fc.string(),
              column: fc.string(),
              limit: fc.integer(),
              offset: fc.integer(),
              recipe: fc.jsonValue(),
            },
            { requiredKeys: [] },
          ),
        ),
        async ([area, name], input) => {
          const outcome = await send(area, name, input);
          expect(outcome === 'answered' || allowed.has(outcome), `${area}.${name}: ${outcome}`).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(await send('workspaces', 'recent', {})).toBe('answered');
  });

  it('methods that do not exist', async () => {
    for (const [area, name] of [
      ['workspaces', 'format'],
      ['nowhere', 'format'],
    ] as const)
      expect(await send(area, name, {})).toBe('NOT_FOUND');
  });
});
