import { areNames, camel, listBefore, pascal, words } from './list-entry.mjs';

const screenFile = (name) => `import { Square } from 'lucide-react';
import { usePurposes } from '#renderer/client/queries.ts';
import { ${camel(name)}Text as text } from '#shared/text/window/${name}.ts';
import { WorkScreen } from '#renderer/workspace/work-screen.tsx';

/** Say what a person does here, and what a read-only workspace shows. */
export function ${pascal(name)}Screen() {
  const purposes = usePurposes();
  return (
    <WorkScreen title={text.title} icon={Square} empty={text.empty} also={[purposes]}>
      {({ dataset }) => <p>{text.of(dataset.name)}</p>}
    </WorkScreen>
  );
}
`;

const screenText = (name) => `/** The screen ${words(name)}. */
export const ${camel(name)}Text = {
  title: '${words(name)}',
  empty: {
    title: 'Nothing here yet',
    sentence: 'Say in one sentence what the screen is for.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  of: (dataset: string) => \`${words(name)} of “\${dataset}”.\`,
};
`;

/** A screen in the rail, above Settings, with its command and its place in the menu. */
export const screen = {
  usage: 'screen NAME',
  make([name], read) {
    if (!areNames(name)) return null;
    const places = 'shared/domain/screens.ts';
    const names = 'shared/text/commands.ts';
    const faces = 'renderer/app/screens.ts';
    const face = [
      [
        `const settings = lazy(`,
        `const ${camel(name)} = lazy(async () => ({
    default: (await import('#renderer/screens/${name}/${name}-screen.tsx')).${pascal(name)}Screen,
  }));
  `,
      ],
      [`  settings: { icon`, `  ${camel(name)}: { icon: Square, component: ${camel(name)} },\n`],
      [`  Stamp,\n`, `  Square,\n`],
    ];
    return {
      fresh: {
        [`renderer/screens/${name}/${name}-screen.tsx`]: screenFile(name),
        [`shared/text/window/${name}.ts`]: screenText(name),
      },
      changed: {
        [places]: listBefore(read(places), "  { id: 'settings'", `  { id: '${camel(name)}', group: 'record' },\n`),
        [names]: listBefore(read(names), "  settings: 'Settings'", `  ${camel(name)}: '${words(name)}',\n`),
        [faces]: face.reduce((text, [before, added]) => listBefore(text, before, added), read(faces)),
      },
    };
  },
};
