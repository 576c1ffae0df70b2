import type { PrinciplesShown } from '#shared/contract/principles.ts';
import { packPlaces } from '#shared/evidence/pack-places.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { evidenceText } from '#shared/text/evidence.ts';
import { principleStates } from '#shared/text/principles.ts';
import { packedText, type PackSection } from '../pack-section.ts';

const text = evidenceText.principles;

/** Where the workspace and each dataset stand on each principle, and the entries that show it. Of today only. */
export const principlesSection: PackSection = ({ principles, organisation, asOf, workspaceId }) =>
  principles === null
    ? []
    : [
        packedText(
          `${packPlaces.principles}/principles.html`,
          registerPage({
            title: text.title(organisation),
            said: [text.said(asOf)],
            draft: false,
            sections: [
              { heading: text.heading, said: [], table: { heads: text.heads, rows: rowsOf(principles) }, records: [] },
            ],
            foot: text.foot(workspaceId),
          }),
        ),
      ];

function rowsOf({ cells, controls, datasets }: PrinciplesShown): string[][] {
  const titles = new Map(controls.map(({ id, title }) => [id, `${id} ${title}`]));
  const names = new Map(datasets.map(({ id, name }) => [id, name]));
  return cells.map(({ control, dataset, state, checks }) => {
    const entries = [...new Set(checks.flatMap(({ entry }) => entry ?? []))];
    return [
      titles.get(control) ?? control,
      dataset === null ? text.workspace : (names.get(dataset) ?? dataset),
      principleStates[state],
      checks
        .filter((check) => check.state === state)
        .map(({ on, says }) => `${on}: ${says}`)
        .join(' '),
      entries.map((entry) => `#${entry}`).join(', '),
    ];
  });
}
