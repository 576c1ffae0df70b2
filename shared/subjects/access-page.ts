import { words, type PageDocument, type PagePart } from '#shared/pages/page-document.ts';
import type { Row } from '#shared/pages/page-parts.ts';
import { moment } from '#shared/text/numbers.ts';
import { subjectPageText as text } from '#shared/text/subject-page.ts';
import type { CopyOfData, CopiedRows } from './copy-of-data.ts';

const section = (title: string, ...parts: PagePart[]): PagePart => ({ part: 'section', title, parts });
const list = (title: string, items: readonly string[]): PagePart[] =>
  items.length === 0 ? [] : [section(title, { part: 'list', items })];

/** One table's records, a label and a value a line; columns without a value are left out of a record. */
function tablePart({
  dataset,
  fileName,
  importedAt,
  informedHow,
  foundBy,
  purposes,
  columns,
  rows,
}: CopiedRows): PagePart {
  const about: Row[] = [
    [text.from, fileName],
    [text.since, moment(importedAt)],
    [text.informed, informedHow === '' ? text.notStated : informedHow],
    [
      text.purposes,
      purposes.length === 0
        ? text.notStated
        : purposes.map(({ title, basis }) => text.purpose(title, basis)).join('; '),
    ],
    [text.foundBy, text.foundByColumns(foundBy)],
  ];
  const records = rows.flatMap((cells, at): PagePart[] => [
    words(text.row(at + 1, rows.length)),
    {
      part: 'facts',
      rows: columns.map(({ name, meaning }, column): Row => [text.value(name, meaning), cells[column] ?? text.empty]),
    },
  ]);
  return section(text.table(dataset), { part: 'facts', rows: about }, ...records);
}

/** The copy as a page that somebody reads who knows nothing of this program. */
export function accessPage(
  copy: CopyOfData,
  { organisation, madeAt, values }: { organisation: string; madeAt: string; values: number },
): PageDocument {
  const { tables, mentions, consent, releases, notSearched } = copy;
  return {
    title: text.title,
    parts: [
      { part: 'heading', text: text.title },
      words(text.made(organisation, madeAt)),
      words(text.by(values)),
      ...(tables.length === 0 ? [words(text.nothing)] : tables.map(tablePart)),
      ...list(
        text.mentions,
        mentions.map(({ dataset, column, rows }) => text.mention(dataset, column, rows)),
      ),
      ...(consent.standings.length === 0
        ? []
        : [
            section(text.consent, {
              part: 'table',
              heads: text.consentHeads,
              rows: consent.standings.map(({ title, standing: { standing, at, until } }) => [
                title,
                text.standing(standing),
                at ?? '',
                until ?? '',
              ]),
            }),
          ]),
      ...(releases.length === 0
        ? []
        : [
            section(text.releases, {
              part: 'table',
              heads: text.releaseHeads,
              rows: releases.map(({ fileName, purpose, recipient, writtenAt, holds }) => [
                fileName,
                purpose,
                recipient ?? text.nobodyNamed,
                moment(writtenAt),
                text.holds[holds],
              ]),
            }),
          ]),
      ...list(
        text.notSearched,
        notSearched.map(({ what, why }) => text.unsearched(what, why)),
      ),
      ...list(text.rights, text.rightsList),
      ...list(text.missing, text.missingList),
    ],
  };
}
