import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Failure } from '#shared/contract/failure.ts';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { sendToStdout, withContext } from '../context.ts';
import { setAside } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface ApplyOptions extends ReadingOptions {
  recipe: string;
  output: string;
  workspace?: string;
  keyFile?: string;
  keepOrder?: boolean;
  today?: string;
  report?: string;
  force?: boolean;
  passphraseFile?: string;
  json?: boolean;
}

function readRecipe(path: string) {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new Failure('FILE_MISSING', `The recipe ${path} cannot be read. Check its name and permissions.`);
  }
  return parseRecipe(text);
}

/** Which rows are missing and why: few of a kind, under age, … */
function leftOut({ suppressed, excluded }: { suppressed: number; excluded: { why: string; rows: number }[] }): string {
  const others = excluded.reduce((sum, { rows }) => sum + rows, 0);
  return [`${suppressed - others} suppressed`, ...excluded.map(({ why, rows }) => `${rows} left out: ${why}`)].join(', ');
}

export const apply: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('apply')
      .description('run a recipe and write the release with its certificate')
      .argument('<file>')
      .requiredOption('--recipe <file>', 'the recipe')
      .requiredOption('-o, --output <file>', 'ending chooses CSV, TSV, JSONL, Parquet or XLSX; - for CSV on stdout')
      .option('--workspace <directory>', "use this workspace's keys and decisions and write to its register")
      .option('--key-file <file>', 'key for keyed steps without a workspace (at least 32 bytes)')
      .option('--keep-order', "keep the input's row order")
      .option('--today <date>', "YYYY-MM-DD instead of the recipe's reference date")
      .option('--report <file>', 'write the JSON report there too')
      .option('--force', 'replace existing files')
      .option('--passphrase-file <file>', 'file holding the passphrase')
      .option('--json', 'one JSON document on stdout'),
  ).action(async (file: string, options: ApplyOptions) => {
    if (options.output === '-' && options.json) throw new Failure('WRONG_USAGE', 'Standard output can take the data or the JSON report, not both: give -o a file name, or --report a file.');
    const recipe = readRecipe(options.recipe);
    exit(
      await withContext(async (context) => {
        const output = options.output === '-' ? join(await context.engine.privateDirectory(), 'release.csv') : options.output;
        const outputGrantId = context.writeGrant(output, options.force ?? false);
        if (options.report !== undefined) context.writeGrant(options.report, options.force ?? false);
        if (options.workspace !== undefined) await context.openWorkspace(options.workspace, options.passphraseFile);
        const result = await context.follow(
          context.client.files.apply({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            recipe,
            outputGrantId,
            keepOrder: options.keepOrder ?? false,
            force: options.force ?? false,
            ...(options.keyFile === undefined ? {} : { keyGrantId: await context.readGrant(options.keyFile) }),
            ...(options.today === undefined ? {} : { today: options.today }),
          }),
        );
        if (result.rejectedRows > 0) context.terminal.say(`! ${setAside(result.rejectedRows)}`);
        for (const sentence of result.drift) context.terminal.say(`! ${sentence}`);
        if (options.output === '-') await sendToStdout(output);
        if (options.report !== undefined) await writeFileAtomic(options.report, `${JSON.stringify(result, null, 2)}\n`);
        if (options.json) context.terminal.json(result);
        else {
          context.terminal.say(`${result.rowsOut} of ${result.rowsIn} rows written (${leftOut(result)}), smallest group ${result.k}, ${result.uniqueRows} unique rows: ${result.label === 'anonymised' ? 'anonymised' : 'pseudonymised, still personal data'}.`);
          if (options.output !== '-') context.terminal.say(`Output       ${result.output}\nCertificate  ${result.certificate}${result.registerEntry === null ? '' : `\nRegister     entry ${result.registerEntry}`}`);
        }
        return 0;
      }),
    );
  });
  example(command, 'custos apply customers.csv --recipe recipe.json -o release.parquet --workspace Acme.custos', 'custos apply customers.csv --recipe recipe.json -o release.csv --key-file key.bin --json');
};
