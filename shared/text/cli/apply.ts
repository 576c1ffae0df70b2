import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { GuardOverridden, GuardState } from '#shared/domain/guardrail.ts';
import type { PurposeRecord } from '#shared/domain/purpose-record.ts';
import type { EarlierJoin, ReleaseLabel } from '#shared/domain/release-figures.ts';
import { calledWith, figuresText } from '../figures.ts';
import { releasedAllTheSame } from '../guardrails/overrides.ts';
import { labelWords } from '../labels.ts';
import { firstNames, shortName } from '../names.ts';
import { count } from '../numbers.ts';
import { purposeRecordText } from '../purpose-record.ts';

const stands = (entry: number | null): string =>
  entry === null ? 'is written' : `is written and registered as entry ${entry}`;

/** `custos apply`. */
export const applyText = {
  description: 'run a recipe and write the release with its certificate',
  recipe: 'the recipe',
  output: (endings: readonly string[]) =>
    `ending chooses the format (${endings.map((ending) => `.${ending}`).join(', ')}); - for CSV on stdout`,
  workspace: "use this workspace's keys and decisions and write to its register",
  keyFile: 'key for keyed steps without a workspace (at least 32 bytes)',
  populationFile:
    'the file of everybody the rows were drawn from, where the recipe’s target has k-map with a table (as --population-file ' +
    'of custos recommend makes it)',
  population: ({ name, k, least, people, counts }: NonNullable<ReleaseResult['population']>) =>
    `k-map        ${count(least)} people of ${shortName(name)} behind the class with fewest, ${count(k)} wanted; ` +
    `${counts === 'rows' ? 'each of its rows is a person' : 'people are counted'}, ${count(people)} in all`,
  stdinTwice: 'Standard input can be the file or the population, not both.',
  write: 'of a recipe of narrow tables: the one to write, or all, each as OUTPUT-NAME with its certificate and entry',
  tables: {
    none: 'The recipe has no narrow tables: leave --write out, or have a recipe of tables recommended (--tables).',
    missing: (table: string, names: readonly string[]) =>
      `The recipe has no table ${shortName(table)}. Choose one of ${firstNames(names)}, or all.`,
    notToStdout: 'Standard output can take one table: name it (--write), or give -o a file name.',
    /** What of several tables is written, which one is not and why, and which were not tried. */
    stopped: (
      written: readonly { table: string; output: string; entry: number | null }[],
      failed: string,
      why: string,
      untried: readonly string[],
    ) =>
      [
        written.length === 0
          ? 'No table is written.'
          : `Written and standing: ${written
              .map(
                ({ table, output, entry }) =>
                  `${shortName(table)} as ${output}${entry === null ? '' : ` (register entry ${entry})`}`,
              )
              .join(', ')}.`,
        `Not written: ${shortName(failed)}. ${why}`,
        ...(untried.length === 0 ? [] : [`Not tried: ${firstNames(untried)}.`]),
      ].join(' '),
  },
  keepOrder: "keep the input's row order; not in an anonymised release, whose rows it would match with the source",
  text:
    'keep every column text in Parquet, XLSX and JSON Lines too (default: numbers, dates and true/false are stored as such ' +
    'where every text comes back exactly; identifiers and codes stay text)',
  asSource: "write CSV or TSV with the source's delimiter, encoding, byte order mark and line ends",
  today: "YYYY-MM-DD instead of the recipe's reference date",
  report: 'write the JSON report there too',
  recipient:
    'to whom the file goes: an organisation, a unit or a platform; kept in certificate and register (default: as last ' +
    'time, of the same dataset and purpose; NONE: nobody is named)',
  nobody: 'NONE',
  recipientAsBefore: (name: string) => `Recipient    ${name}, as last time; --recipient NONE|NAME to change`,
  recipientNamed: (name: string) => `Recipient    ${name}`,
  noName: 'Give --recipient the name of an organisation, a unit or a platform: 1 to 200 signs on one line.',
  override:
    'release in spite of a guardrail that blocks and may be overridden; repeatable, ID="reason", or ID with --reason; ' +
    'takes a workspace and an approver; kept in certificate and register, so name no person',
  reason: 'why, for each --override without a reason of its own',
  reasonOfNothing: 'A reason (--reason) is given, and no --override needs it: name the guardrail, or leave it out.',
  overrideTooLong: 'Give --override at most 32 guardrails, each with a reason of at most 2,000 signs.',
  overridden: (id: string, overridden: GuardOverridden) => `Overridden   ${id} ${releasedAllTheSame(overridden)}`,
  force: 'replace existing files',
  examples: [
    'custos apply customers.csv --recipe recipe.json -o release.parquet --workspace Acme.custos',
    'custos apply customers.csv --recipe recipe.json -o release.csv --workspace Acme.custos --recipient "Agency Nord"',
    'custos apply customers.csv --recipe recipe.json -o release.csv --workspace Acme.custos --override E1="why it is needed"',
    'custos apply customers.csv --recipe recipe.json -o release.csv --key-file key.bin --json',
    'custos apply customers.csv --recipe recipe.json -o release.csv --key-file key.bin --as-source',
    'custos apply customers.csv --recipe tables.json --write all -o release.csv --workspace Acme.custos',
  ],
  stdoutTwice:
    'Standard output can take the data or the JSON report, not both: give -o a file name, or --report a file.',
  /** Which rows are missing and why: few of a kind, under age, … */
  leftOut: (suppressed: number, others: { why: string; rows: number }[]) =>
    [`${suppressed} suppressed`, ...others.map(({ why, rows }) => `${rows} left out: ${why}`)].join(', '),
  /** Rows that are counted with noise, or drawn from such counts, are not left out one by one. */
  written: (
    { writtenAs: as, ...figures }: Pick<ReleaseResult, 'writtenAs' | 'lines' | 'rowsOut' | 'rowsIn'>,
    leftOut: string,
    label: ReleaseLabel,
    earlier: readonly EarlierJoin[] | null,
  ) => {
    const what = figuresText.written(as, figures);
    if (as === 'rows') return `${what} written (${leftOut}): ${calledWith(labelWords[label], earlier)}.`;
    const others = as === 'counts' ? ` (${leftOut})` : '';
    return `Written: ${what}${others}. It is called ${calledWith(labelWords[label], earlier)}.`;
  },
  /** Guardrails by state; a mark and a word for each. */
  checks: (states: Record<GuardState, string[]>) =>
    `Checks       ${[
      `✓ ${states.passed.length} passed`,
      ...(states['needs-you'].length > 0
        ? [`! ${states['needs-you'].length} need you (${states['needs-you'].join(', ')})`]
        : []),
      ...(states.blocked.length > 0
        ? [`✕ ${states.blocked.length} blocked, released all the same (${states.blocked.join(', ')})`]
        : []),
      ...(states['not-stated'].length > 0
        ? [`? ${states['not-stated'].length} not stated (${states['not-stated'].join(', ')})`]
        : []),
      ...(states['does-not-apply'].length > 0 ? [`– ${states['does-not-apply'].length} do not apply`] : []),
    ].join(' · ')}`,
  noReport: (entry: number | null, why: string) =>
    `The release ${stands(entry)}; only the report (--report) is missing. ${why} The certificate beside the ` +
    'release holds the same figures.',
  notSent: (entry: number | null, why: string) =>
    `The release was measured${entry === null ? '' : ` and stands in the register as entry ${entry}`}, but did not ` +
    `get to standard output whole. ${why} Apply the recipe again with a file name after -o.`,
  files: (output: string, certificate: string) => `Output       ${output}\nCertificate  ${certificate}`,
  purposeRecord: (record: PurposeRecord) => `Purpose      ${purposeRecordText(record)}`,
  proof: (proof: string) => `Proof        ${proof}`,
  descriptor: (descriptor: string) => `Descriptor   ${descriptor}`,
  filesAndEntry: (output: string, certificate: string, entry: number) =>
    `Output       ${output}\nCertificate  ${certificate}\nRegister     entry ${entry}`,
};
