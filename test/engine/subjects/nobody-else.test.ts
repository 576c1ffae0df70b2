import { writeFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import type { SubjectErased } from '#shared/contract/subjects.ts';
import { follow, makeEngine } from '#test/support/make-engine.ts';

/** A workspace with these tables, each row as text. */
async function workspaceOf(tables: Record<string, readonly string[]>) {
  const made = makeEngine();
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  const { grantId } = engine.grants.add(path('Acme.custos'), 'workspace-create');
  await client.workspaces.create({
    grantId,
    operator: 'Ada',
    organisation: 'Acme',
    passphrase: 'correct horse battery',
  });
  for (const [name, rows] of Object.entries(tables)) {
    writeFileSync(path(`${name}.csv`), `${rows.join('\n')}\n`);
    await follow(client.datasets.import({ grantId: engine.grants.add(path(`${name}.csv`), 'read').grantId }));
  }
  return (values: string[], more: { by?: string[]; dryRun?: boolean } = {}): Promise<SubjectErased> =>
    follow(client.subjects.erase({ values, reason: 'asked', dryRun: true, ...more }));
}
const told = ({ datasets }: SubjectErased): string[] =>
  datasets.map(({ name, rows, cells }) => `${name} ${rows} rows, ${cells} cells`).toSorted();

const referred = [
  'customer_id,email,referrer_email,phone',
  'K-1,ada@vanish.example,,+49 170 1234567',
  'K-2,bo@mail.example,ada@vanish.example,+49 171 7654321',
  'K-3,cy@mail.example,di@mail.example,+49 170 1234567',
  'K-4,ed@mail.example,,+49 172 9998887',
];
/** Numbers that mean one thing here and another there. */
const numbered = {
  customers: ['customer_id,city', '1001,Bonn', '1002,Lyon', '1003,Gent'],
  orders: ['order_id,total', '1001,5.10', '1002,6.20', '1004,7.30'],
};

it('takes the address out of the record of whoever was recommended, and leaves the record', async () => {
  const erase = await workspaceOf({ referred });
  expect(told(await erase(['ada@vanish.example']))).toEqual(['referred 1 rows, 1 cells']);
});

it('erases nobody by a telephone that two people share, and asks for what tells them apart', async () => {
  const erase = await workspaceOf({ referred });
  await expect(erase(['+49 170 1234567'])).rejects.toThrow('that of 2 people in “referred”');
  const made = await erase(['+49 170 1234567', 'K-1']);
  expect(told(made)).toEqual(['referred 1 rows, 0 cells']);
  expect(made.left).toMatchObject([{ column: 'phone', rows: 1 }]);
  expect(told(await erase(['+49 172 9998887']))).toEqual(['referred 1 rows, 0 cells']);
});

it('does not take order 1001 for customer 1001', async () => {
  const erase = await workspaceOf(numbered);
  const made = await erase(['1001']);
  expect(told(made)).toEqual(['customers 1 rows, 0 cells']);
  expect(made.left).toMatchObject([{ dataset: 'orders', column: 'order_id', rows: 1 }]);
});

it('goes by a column that a person names, up to as many rows as one person has', async () => {
  const members = [
    'name,team',
    ...Array.from({ length: 60 }, (_, at) => `${at < 25 ? 'Many Times' : `Name${at} Sample`},T${at % 3}`),
  ];
  const erase = await workspaceOf({ members });
  expect(told(await erase(['Name30 Sample']))).toEqual([]);
  expect(told(await erase(['Name30 Sample'], { by: ['name'] }))).toEqual(['members 1 rows, 0 cells']);
  await expect(erase(['Many Times'], { by: ['name'] })).rejects.toThrow(
    '25 rows of “members”, in “name”, which is more than',
  );
});
