import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { keys, queryClient } from './query-client.ts';
import { rowsChanged } from './rows-changed.ts';

it('keeps nothing of rows that may be gone, and asks again for what is shown', async () => {
  const hidden = keys.profile('d1', 'email');
  queryClient.setQueryData(hidden, { examples: ['zelda@vanish.example'] });
  const answers = [['zelda@vanish.example'], []];
  const shown = new QueryObserver(queryClient, { queryKey: keys.preview('d1'), queryFn: () => answers.shift() ?? [] });
  const end = shown.subscribe(() => undefined);
  await expect.poll(() => shown.getCurrentResult().data).toEqual(['zelda@vanish.example']);
  await rowsChanged();
  expect(queryClient.getQueryData(hidden)).toBeUndefined();
  expect(shown.getCurrentResult().data).toEqual([]);
  end();
});
