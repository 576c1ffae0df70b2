import {
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecordCopy } from './copy-records.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'custos-copy-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('never reads what lies between two good records: a rejected one can be larger than the memory', async () => {
  const [source, target] = [join(folder, 'source.csv'), join(folder, 'target.csv')];
  const far = 64 * 1024 ** 3;
  writeFileSync(source, 'a,1\n');
  truncateSync(source, far);
  const file = openSync(source, 'r+');
  writeSync(file, 'b,2\nc,3\n', far);
  closeSync(file);
  const copy = await RecordCopy.create(source, target, {
    delimiter: ',',
    quote: '"',
    escape: '"',
    header: false,
    skipLines: 0,
  });
  await copy.add([0, 3, far, far + 3, far + 4, far + 7]);
  await copy.close();
  expect(readFileSync(target, 'utf8')).toBe('a,1\nb,2\nc,3\n');
});
