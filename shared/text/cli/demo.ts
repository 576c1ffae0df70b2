import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import { labelWords } from '../labels.ts';
import { numbered } from '../numbers.ts';

const share = (part: number, whole: number): string => (whole === 0 ? '0 %' : `${((part / whole) * 100).toFixed(1)} %`);

/** `custos demo`: the whole job, told line by line. */
export const demoText = {
  description: 'the whole job on one file: import, classify, recommend, apply, certificate, register, verify',
  file: 'a dataset; the bundled sample when absent',
  purpose: 'purpose of the release',
  into: 'fresh folder for everything that is made',
  examples: ['custos demo customers.csv --purpose P5'],
  folderTaken: (folder: string) => `The folder ${folder} exists already or cannot be made. Name another with --into.`,
  opened: (file: string) => `\n1  Opened ${file}`,
  size: (rows: number, columns: number, setAside: number, sha256: string) =>
    `   ${numbered(rows, 'row')} × ${numbered(columns, 'column')}, ${numbered(setAside, 'damaged row')} set aside; ` +
    `SHA-256 ${sha256}…`,
  sampleRegister: (file: string, records: number) =>
    `   ${file}: the register of the sample’s invented company, ${numbered(records, 'draft')} that nobody has approved`,
  classified: '\n2  Classified',
  classes: (many: { linked: number; linkable: number; online: number; non: number; review: number }) =>
    `   ${many.linked} linked, ${many.linkable} linkable, ${many.online} online identifiers, ${many.non} non-PII; ` +
    `${many.review} would like a second look`,
  alone: (columns: string[], rows: number) =>
    `   ${columns.join(' + ')}: ${Math.round(rows * 100)} % of rows are alone in their combination`,
  recipe: (purpose: string) => `\n3  Recipe for purpose ${purpose}`,
  step: (number: number, sentence: string, reason: string) => `   ${number}. ${sentence}\n      ${reason}`,
  released: '\n4  Released',
  result: (rowsOut: number, rowsIn: number, suppressed: number) =>
    `   ${rowsOut} of ${numbered(rowsIn, 'row')}, ${suppressed} suppressed (${share(suppressed, rowsIn)}); counted ` +
    'in the written file:',
  figure: (line: string) => `   ${line}`,
  label: (label: ReleaseLabel) => `   ${labelWords[label]}`,
  lies: {
    title: '\n5  Where it lies',
    output: (path: string) => `   export       ${path}`,
    certificate: (path: string) => `   certificate  ${path}`,
    recipe: (path: string) => `   recipe       ${path}`,
    workspace: (path: string, name: string) => `   workspace    ${path} (${name})`,
    register: (entry: number | null, entries: number, path: string) =>
      `   register     entry ${entry} of ${entries} in ${path}`,
  },
  verifies: (entries: number, head: string | undefined) =>
    `   The register verifies: ${numbered(entries, 'entry', 'entries')}, signed head ${head}…`,
  doesNotVerify: (problems: string[]) => `   The register does NOT verify: ${problems.join('; ')}`,
  passphrase: (passphrase: string) => `\n   Passphrase of this workspace, shown this once: ${passphrase}`,
  recoveryKey: (key: string) => `   Recovery key, shown this once: ${key}`,
};
