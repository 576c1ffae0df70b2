import { expect, test } from 'vitest';
import { keepOfDataset } from './keep-of-dataset.ts';
import { keys } from './query-client.ts';

test('an earlier answer stays on screen for the same dataset and never for another one', () => {
  for (const key of [keys.assessment, keys.preview, keys.rejects, (id: string) => keys.profile(id, '')]) {
    const asked = { queryKey: [...key('first'), 'more'] };
    expect(keepOfDataset('first')('seen', asked)).toBe('seen');
    expect(keepOfDataset('second')('seen', asked)).toBeUndefined();
  }
  expect(keepOfDataset(null)(undefined, undefined)).toBeUndefined();
});
