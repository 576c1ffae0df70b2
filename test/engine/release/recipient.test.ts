import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { follow } from '#test/support/make-engine.ts';
import { releaseRecipe, workedWorkspace, type Worked } from '../journal/worked-workspace.ts';

const release = (made: Worked, output: string, recipient?: string) =>
  follow(
    made.client.files.apply({
      grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId,
      recipe: releaseRecipe(),
      outputGrantId: made.engine.grants.add(made.path(output), 'write').grantId,
      keepOrder: false,
      ...(recipient === undefined ? {} : { recipient }),
    }),
  );
const certificateOf = (made: Worked, output: string): object =>
  JSON.parse(readFileSync(made.path(`${output}.certificate.json`), 'utf8')) as object;

describe('the recipient of a release', () => {
  it('stands in its certificate, its record and the entry that says it was written', async () => {
    const made = await workedWorkspace();
    const { registerEntry } = await release(made, 'named.csv', '  Agency Nord ');
    expect(certificateOf(made, 'named.csv')).toMatchObject({ recipient: 'Agency Nord' });
    const [newest] = await made.client.releases.list({});
    expect(newest).toMatchObject({ fileName: 'named.csv', recipient: 'Agency Nord', registerEntry });
    const { entries } = await made.client.register.list({ kind: 'release.written', limit: 1 });
    expect(entries[0]).toMatchObject({ seq: registerEntry, payload: { recipient: 'Agency Nord' } });
    await made.shut();
    expect(made.verify()).toMatchObject({ ok: true });
  });

  it('is nobody where nobody was named', async () => {
    const made = await workedWorkspace();
    await release(made, 'unnamed.csv');
    expect(certificateOf(made, 'unnamed.csv')).not.toHaveProperty('recipient');
    expect((await made.client.releases.list({}))[0]).not.toHaveProperty('recipient');
  });

  it('is the one that a record names, where its reference was given; of an unknown reference nothing is written', async () => {
    const made = await workedWorkspace();
    await release(made, 'first.csv', 'Agency Nord');
    const [record] = await made.client.records.list({ kind: 'recipient' });
    await release(made, 'again.csv', record!.ref.toLowerCase());
    expect(certificateOf(made, 'again.csv')).toMatchObject({ recipient: 'Agency Nord' });
    await expect(release(made, 'other.csv', 'RC-099')).rejects.toThrow('RC-099');
    expect(made.wrote('other.csv')).toBe(false);
    expect(await made.client.records.list({ kind: 'recipient' })).toHaveLength(1);
  });

  it('is who got the last release of the dataset for that purpose, where it is asked for, and that is told', async () => {
    const made = await workedWorkspace();
    const again = (output: string, recipe = releaseRecipe(), said?: string) =>
      follow(
        made.client.files.apply({
          grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId,
          recipe,
          outputGrantId: made.engine.grants.add(made.path(output), 'write').grantId,
          recipientAsBefore: said === undefined,
          ...(said === undefined ? {} : { recipient: said }),
        }),
      );
    expect(await again('first.csv')).toMatchObject({ recipient: null, recipientAsBefore: false });
    expect(await again('named.csv', releaseRecipe(), 'Agency Nord')).toMatchObject({ recipientAsBefore: false });
    expect(await again('again.csv')).toMatchObject({ recipient: 'Agency Nord', recipientAsBefore: true });
    expect(certificateOf(made, 'again.csv')).toMatchObject({ recipient: 'Agency Nord' });
    // Another purpose is another question, and so is a caller that does not ask for it.
    expect(await again('other.csv', { ...releaseRecipe(), purpose: 'P3' })).toMatchObject({ recipient: null });
    expect(await release(made, 'plain.csv')).toMatchObject({ recipient: null, recipientAsBefore: false });
  });

  it('is refused where it is no name on one line', async () => {
    const made = await workedWorkspace();
    for (const name of ['', '   ', 'two\nlines', 'x'.repeat(201), 'tab\there'])
      await expect(release(made, 'refused.csv', name)).rejects.toThrow();
    expect(made.wrote('refused.csv')).toBe(false);
  });
});
