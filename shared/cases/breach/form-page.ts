import { words, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import type { Row } from '#shared/pages/page-parts.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachCellText } from '#shared/text/cases/breach-cells.ts';
import { breachPageText } from '#shared/text/cases/breach-pages.ts';
import { fillForm, type FilledCell } from './fill-cells.ts';
import { type BreachFormId } from '#shared/domain/breach.ts';
import { breachForm } from './forms/index.ts';
import type { BreachView } from './view.ts';

const text = breachPageText.form;

/** When and where a page was made. */
export interface PageMade {
  /** ISO 8601. */
  at: string;
  workspaceId: string;
}

const rowOf = (cell: FilledCell): Row => {
  const label = breachCellText.cell(cell.id);
  return cell.state === 'open'
    ? [text.mark(label, false), breachCellText.open(cell.who)]
    : [text.mark(label, cell.by === 'workspace'), cell.lines.join('; ')];
};

/** The draft of a notification to an authority, field by field: always marked as a draft, for nothing sends it. */
export function formPage(view: BreachView, id: BreachFormId, made: PageMade): PageDocument {
  const form = breachForm(id);
  const { sections, filled, fields } = fillForm(view, form);
  const title = text.title(view.body.ref, id);
  const { state, hoursLeft } = view.clock;
  return {
    title,
    parts: [
      { part: 'heading', text: title },
      {
        part: 'frame',
        parts: [
          { part: 'words', text: '', strong: breachPageText.draft },
          words(text.notSent),
          words(`${breachCellText.filled(filled, fields)} ${breachWords.clock(state, hoursLeft)}.`),
        ],
      },
      words(`${breachCellText.status(form)}${breachCellText.follows(form)}`),
      words(text.legend),
      ...sections.map(({ id: section, cells }): PagePart => ({
        part: 'section',
        title: breachCellText.section(section),
        parts: [{ part: 'facts', rows: cells.map(rowOf) }],
      })),
      words(breachCellText.source(form)),
      words(text.made(made.at)),
      { part: 'foot', text: text.foot(made.workspaceId) },
    ],
  };
}

/** The same for programs. */
export function formJson(view: BreachView, id: BreachFormId, { at, workspaceId }: PageMade): string {
  const { sections: _sections, ...form } = breachForm(id);
  const filled = fillForm(view, breachForm(id));
  const { ref } = view.body;
  const document = { format: 'custos-breach-notification', formatVersion: 1, draft: true, at, workspaceId, ref };
  return `${JSON.stringify({ ...document, form, clock: view.clock, ...filled }, null, 2)}\n`;
}
