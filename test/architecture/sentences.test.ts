import { describe, expect, it } from 'vitest';
import { sentencesOutside } from './sentences.ts';
import { isTest, sourceFiles } from './source-files.ts';

it('what people read stands in shared/text', () => {
  expect(
    sourceFiles()
      .filter((file) => !isTest(file.path))
      .flatMap(sentencesOutside),
  ).toEqual([]);
});

describe('bites', () => {
  it.each([
    ['a sentence', 'electron/engine/jobs/broken.ts', "const why = 'The disk is full.';", 'The disk is full.'],
    [
      'a template',
      'shared/journal/broken.ts',
      'const why = `Entry ${seq} was changed: ${what}`;',
      'Entry … was changed: …',
    ],
    ['half a sentence', 'shared/recipe/broken.ts', "const end = ' and must be dropped';", 'and must be dropped'],
    [
      'a sentence in a folder of SQL',
      'electron/engine/release/broken.ts',
      "const why = 'No row is left.';",
      'No row is left.',
    ],
    [
      'a Failure with its sentence',
      'electron/engine/jobs/broken.ts',
      "throw new Failure('DISK_FULL', 'Disk full.');",
      'Disk full.',
    ],
    [
      'a Failure with one of two sentences',
      'electron/engine/jobs/broken.ts',
      "throw new Failure('DISK_FULL', known ? text.full : 'Full.');",
      'Full.',
    ],
    [
      'a Failure with a template',
      'electron/engine/jobs/broken.ts',
      "throw new Failure('FILE_MISSING', `${path} is gone`);",
      '… is gone',
    ],
    [
      'an option of the command line',
      'electron/cli/commands/broken.ts',
      "command.option('--json', 'one document on stdout');",
      'one document on stdout',
    ],
    ['the title of a dialog', 'electron/main/broken.ts', "const options = { title: 'Open dataset' };", 'Open dataset'],
    ['a label of one word', 'renderer/design/broken.ts', "const field = { label: 'Rows' };", 'Rows'],
    ['text in JSX', 'renderer/design/broken.tsx', 'const a = <p>Rows</p>;', 'Rows'],
    ['a string in JSX', 'renderer/design/broken.tsx', "const a = <p>{many > 1 && 'rows'}</p>;", 'rows'],
    [
      'an attribute that is read out',
      'renderer/design/broken.tsx',
      'const a = <button aria-label="Close" />;',
      'Close',
    ],
    [
      'an attribute in braces',
      'renderer/design/broken.tsx',
      "const a = <Tip label={open ? 'Hide it' : text.show} />;",
      'Hide it',
    ],
    ['a default label', 'renderer/design/broken.tsx', "const rows = ({ label = 'Loading' }) => label;", 'Loading'],
    [
      'a registry of its own making',
      'shared/guardrails/broken.ts',
      "const rule = { source: 'GDPR Art. 5 and others', fix: 'Drop these.' };",
      'Drop these.',
    ],
  ])('%s', (_what, path, text, says) => {
    expect(sentencesOutside({ path, text })).toEqual([
      `${path}:1: what people read stands in shared/text: ${JSON.stringify(says)}`,
    ]);
  });
});

describe('leaves alone', () => {
  it.each([
    ['the one place', 'shared/text/engine/fine.ts', "export const text = { full: 'The disk is full.' };"],
    [
      'a semantic type',
      'shared/semantic-types/linked/fine.ts',
      "const type = { label: 'Date of birth', headers: ['date of birth'] };",
    ],
    ['a broken invariant', 'shared/plan/fine.ts', "throw new Error('A plan starts at its source.');"],
    [
      'a Failure that takes its sentence',
      'electron/engine/jobs/fine.ts',
      "throw new Failure('DISK_FULL', text.full(disk));",
    ],
    [
      'SQL',
      'electron/engine/classify/fine.ts',
      "const sql = 'count(value) AS values, min(value) AS least, max(value) AS most';",
    ],
    [
      'codes and shortcuts',
      'electron/engine/intake/fine.ts',
      "const kind = 'TOO MANY COLUMNS'; const keys = 'CmdOrCtrl+Shift+Z';",
    ],
    [
      'a list of words a file is read with',
      'electron/engine/classify/fine.ts',
      "const yes = 'yes true on'.split(' ');",
    ],
    [
      'class names, ids and styles',
      'renderer/design/fine.tsx',
      'const a = <p className="soft wide" id=\'x\' title={text.title}>{text.rows}</p>;',
    ],
    ['a comparison in JSX', 'renderer/design/fine.tsx', "const a = <p>{state === 'open' && text.open}</p>;"],
    [
      'a worked case',
      'shared/recipe/operations/fine.ts',
      "const operation = { examples: [{ name: 'the length is hidden' }] };",
    ],
    ['a pattern', 'electron/engine/jobs/fine.ts', "const said = new RegExp('^(most of the time|' + 'not so much)$');"],
    ['an import', 'renderer/fine.ts', "import { a } from '@scope/a b c';"],
  ])('%s', (_what, path, text) => {
    expect(sentencesOutside({ path, text })).toEqual([]);
  });
});
