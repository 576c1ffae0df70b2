import { Failure } from '#shared/contract/failure.ts';
import { platformIds, platformProfiles } from '#shared/recipe/platforms/index.ts';
import { platformFields, takesField } from '#shared/recipe/platforms/platform-profile.ts';
import { uploadLayouts } from '#shared/recipe/platforms/upload-layout.ts';
import { audiencesText } from '#shared/text/engine/audiences.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { platformsCommandText as text } from '#shared/text/cli/platforms.ts';
import { createTerminal, table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

type Profile = (typeof platformProfiles)[number];

const yesOrNo = (is: boolean, no: string): string => (is ? text.yes : no);

/** A platform on one line: by whose word it is known what it wants. */
function row({ id, label, version, source, checkedOn, confirmed, phone, maid }: Profile): string[] {
  const layout = uploadLayouts[id];
  return [
    label,
    String(version),
    source,
    checkedOn,
    yesOrNo(confirmed, text.secondHand),
    platformFields.filter((field) => takesField({ phone, maid }, field)).join(', '),
    text.ids[maid === null ? 'none' : maid === 'plain-only' ? maid : 'hashed'],
    layout.columns.map(({ header }) => header).join(', '),
    yesOrNo(layout.confirmed, text.secondHand),
  ];
}

const vectorRows = ({ label, vectors }: Profile): string[][] =>
  vectors.map(({ field, written, normalised, sha256, published }) => [
    label,
    field,
    text.written(written),
    text.written(normalised),
    sha256,
    yesOrNo(published, text.no),
  ]);

export const platforms: AddCommand = (program, exit) => {
  const command = program
    .command('platforms')
    .description(text.description)
    .option('--platform <name>', text.one)
    .option('--json', optionsText.json)
    .action((options: { platform?: string; json?: boolean }) => {
      const wanted = options.platform?.trim().toLowerCase();
      const shown = platformProfiles.filter(({ id }) => wanted === undefined || id === wanted);
      if (shown.length === 0)
        throw new Failure('WRONG_USAGE', audiencesText.noPlatform(options.platform ?? '', platformIds));
      const terminal = createTerminal();
      if (options.json) terminal.json(shown.map((profile) => ({ ...profile, layout: uploadLayouts[profile.id] })));
      else {
        terminal.data(table([...text.columns], shown.map(row)));
        terminal.data('');
        terminal.data(table([...text.vectorColumns], shown.flatMap(vectorRows)));
        terminal.say(text.vectors);
      }
      exit(0);
    });
  example(command, text.examples);
};
