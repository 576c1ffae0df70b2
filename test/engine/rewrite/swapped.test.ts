import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { classifyDataset } from '#engine/use-cases/classify/classify-dataset.ts';
import { importCodebook } from '#engine/use-cases/datasets/import-codebook.ts';
import { requireHeld } from '#engine/use-cases/require-held.ts';
import { rewriteDatasets } from '#engine/use-cases/rewrite/rewrite-datasets.ts';
import { erasingChange } from './children/erasing-change.ts';
import { gone, jobOf, peopleAt, reopened, rowsOf, sha256OfFile } from './support.ts';

const parts = ['rows', 'profiles', 'rejects', 'dates'];
const reason = 'Art. 17 request';
const because = { reason, cause: 'erasure' as const };

it('names every sealed file of a dataset by its hash, from its import on', async () => {
  const { place, state, workspace, id } = await peopleAt();
  const lies = () => parts.map((part) => sha256OfFile(join(place.directory, 'data', `${id}.${part}.sealed`)));
  const [imported] = workspace.catalog.entriesOf('dataset.imported');
  expect(imported!.payload.sealed?.map(({ sha256 }) => sha256)).toEqual(lies());
  await classifyDataset(state, jobOf(), { datasetId: id });
  const book = join(place.root, 'codebook.csv');
  writeFileSync(book, 'variable,label\nemail,Mail address of the person\ncity,Town\n');
  await importCodebook(state, await state.dataset(id), book);
  const named = workspace.catalog.entriesOf('classification.suggested').at(-1)!.payload.sealed;
  expect(named).toEqual([{ name: `${id}.dates`, sha256: lies().at(-1) }]);
  expect(workspace.next.names()).toEqual([]);
  await state.close();
  expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [] });
});

it('finds rows from before an erasure that were put back, and releases nothing from them', async () => {
  const { place, state, id } = await peopleAt();
  const file = (part: string): string => join(place.directory, 'data', `${id}.${part}.sealed`);
  for (const part of parts) copyFileSync(file(part), join(place.root, part));
  await rewriteDatasets(state, jobOf(), [{ datasetId: id, change: erasingChange }], because);
  await state.close();
  const problems = () =>
    verifyRegister(place.directory, place.env).problems.map(({ seq, kind, detail }) => [
      seq,
      kind,
      /\.(\w+)\.sealed/.exec(detail)?.[1],
    ]);
  expect(problems()).toEqual([]);
  const entry = expect.any(Number) as number;
  for (const part of parts) {
    const kept = join(place.root, `${part}.new`);
    copyFileSync(file(part), kept);
    copyFileSync(join(place.root, part), file(part));
    expect(problems(), part).toEqual([[entry, 'data-changed', part]]);
    copyFileSync(kept, file(part));
  }
  expect(problems()).toEqual([]);

  // It opens: the seal holds as well as that of the newer one.
  copyFileSync(join(place.root, 'rows'), file('rows'));
  const again = await reopened(place);
  expect((await rowsOf(again, id)).flat()).toContain(gone.email);
  const { sha256: sourceSha256 } = again.datasetRecord(id).summary;
  const release = { datasetId: id, sourceSha256, purpose: 'P1', workingRecipe: false };
  expect(() => requireHeld(again.requireWorkspace(), release)).toThrow(/an older one was put back/);
  await again.close();

  rmSync(file('rejects'));
  expect(problems().map(([, kind]) => kind)).toEqual(['data-changed', 'data-missing']);
});
