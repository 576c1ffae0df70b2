import type { ShownHead } from '#shared/contract/register.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { headsText } from '#shared/text/engine/heads.ts';

const text = headsText.page;

/** A head on paper: kept in a drawer, it says later whether the register goes on from it. */
export const headPage = ({ code, size, at, root, origin, note, keys }: ShownHead, organisation: string): string =>
  registerPage({
    title: text.title(organisation),
    said: [text.said],
    draft: false,
    sections: [
      {
        heading: text.heading,
        said: [],
        table: { heads: text.heads, rows: text.rows({ code, size, at, root, origin, keys }) },
        records: [],
      },
      { heading: text.note, said: [note], table: null, records: [] },
    ],
    foot: text.foot,
  });
