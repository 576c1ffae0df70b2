import { InvalidArgumentError } from 'commander';
import { importFieldIds, type GivenColumn, type ImportField } from '#shared/domain/import-field.ts';
import { registerFilesCommandText } from '#shared/text/cli/register-files.ts';

const text = registerFilesCommandText.import;
const isField = (word: string): word is ImportField => importFieldIds.some((id) => id === word);

/** Option parser, one call for each time the option is given: `Heading=field`, divided at the last sign. */
export function addGivenColumn(typed: string, before: readonly GivenColumn[]): GivenColumn[] {
  const at = typed.lastIndexOf('=');
  const heading = typed.slice(0, Math.max(at, 0)).trim();
  const field = typed.slice(at + 1).trim();
  if (heading === '') throw new InvalidArgumentError(text.columnForm);
  if (!isField(field)) throw new InvalidArgumentError(text.unknownField(field, importFieldIds));
  return [...before, { heading, field }];
}
