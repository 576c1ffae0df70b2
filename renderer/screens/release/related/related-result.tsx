import { Button } from '@mantine/core';
import { BookOpenCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { attackCells, attackText } from '#shared/text/attack.ts';
import { earlierSentences, editionSentences } from '#shared/text/figures.ts';
import { labelWords, statementBeside } from '#shared/text/labels.ts';
import { count } from '#shared/text/numbers.ts';
import { relatedWindowText } from '#shared/text/window/related.ts';
import { releaseText } from '#shared/text/window/release.ts';
import { engine } from '#renderer/client/connection.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { useTitleFocus } from '#renderer/design/use-title-focus.ts';
import { Verdict } from '#renderer/design/verdict.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { WhereItLies } from '#renderer/workspace/where-it-lies.tsx';
import { titleOf } from '../checklist.tsx';
import { SaveCertificate } from '../save-certificate.tsx';
import result from '../result.module.css';
import styles from './related.module.css';

const text = relatedWindowText.done;
const tones = { pass: 'pass', fail: 'block', 'not-assessed': 'warn' } as const;

/** A table that is read; the cells after the first `words` are figures. */
function Told({
  label,
  heads,
  rows,
  words = 1,
}: {
  label: string;
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  words?: number;
}) {
  const kind = (at: number): string | undefined => (at < words ? undefined : styles.number);
  return (
    <div className={styles.wide}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={kind(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]} className={kind(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What the files may be called together, and how the three questions were answered. */
function Named({ made }: { made: AnonymisedTables }) {
  return (
    <section className={result.named} aria-label={text.label}>
      <p className={result.label}>
        {text.label} <strong>{labelWords[made.label]}</strong>
      </p>
      <p className={result.why}>{statementBeside(labelWords[made.label], made.statement)}</p>
      <ul className={result.questions} aria-label={releaseText.certificate.tests}>
        {made.tests.map(({ test, result: answer, detail }) => (
          <li key={test}>
            <Verdict verdict={tones[answer]}>{releaseText.answers[answer]}</Verdict>
            <p className={result.why}>
              <strong>{releaseText.questions[test]}.</strong> {detail}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rows of every table in and out, and why some are not there. */
const tableRows = ({ tables }: AnonymisedTables) =>
  tables.map(({ source, output, key, rowsIn, rowsOut, leftOut, loss }) => ({
    key: source,
    cells: [
      output,
      key,
      count(rowsIn),
      count(rowsOut),
      leftOut.length === 0 ? text.nothingLeftOut : leftOut.map(({ why, rows }) => text.leftOut[why](rows)).join('; '),
      text.loss(loss),
    ],
  }));

/** Every guardrail's answer about each table. */
function Checks({ made }: { made: AnonymisedTables }) {
  const ids = made.guardrails[0]?.findings.map(({ id }) => id) ?? [];
  const heads = [text.check, ...made.guardrails.map(({ table }) => table)];
  const rows = ids.map((id) => ({
    key: id,
    cells: [
      titleOf(id),
      ...made.guardrails.map(({ table, findings }) => {
        const finding = findings.find((one) => one.id === id)!;
        return <Verdict key={table} verdict={finding.verdict} state={finding.state} />;
      }),
    ],
  }));
  return (
    <Section title={text.checks}>
      <Told label={text.checks} heads={heads} rows={rows} words={heads.length} />
    </Section>
  );
}

/** What the guardrails that did not simply pass say, once for all tables that they say it of. */
function saidBy({ guardrails }: AnonymisedTables): string[] {
  const said = new Map<string, { id: string; message: string; tables: string[] }>();
  for (const { table, findings } of guardrails)
    for (const { id, verdict, message } of findings) {
      if (verdict === 'pass') continue;
      const before = said.get(id + message);
      if (before === undefined) said.set(id + message, { id, message, tables: [table] });
      else before.tables.push(table);
    }
  return [...said.values()].map(({ id, message, tables }) => text.said(titleOf(id), tables, message));
}

/** The certificate as a page, and the register's entry. */
function Proof({ made, dataset }: { made: AnonymisedTables; dataset: DatasetSummary }) {
  const { registerEntry, releaseId, certificate } = made;
  return (
    <Section title={text.proof}>
      <p className={result.why}>{text.beside(certificate)}</p>
      <div className={result.buttons}>
        <SaveCertificate
          said={text.print}
          suggestedName={(ending) => text.printName(dataset.name, ending)}
          print={(chosen) => engine.related.printCertificate({ releaseId, ...chosen })}
        />
        {registerEntry !== null && (
          <Button leftSection={<BookOpenCheck size={14} aria-hidden="true" />} onClick={() => goToEntry(registerEntry)}>
            {releaseText.done.entry(registerEntry)}
          </Button>
        )}
      </div>
    </Section>
  );
}

interface Props {
  dataset: DatasetSummary;
  made: AnonymisedTables;
  /** Of the folder. */
  grantId: string;
  folder: string;
  onBack(): void;
}

/** How a Run of related tables ended: where they lie, what they may be called and why, and what was measured of them. */
export function RelatedResult({ dataset, made, grantId, folder, onBack }: Props) {
  useTitleFocus(made.releaseId);
  const beside = [...earlierSentences(made.earlierReleases), ...editionSentences(made.earlierEditions)];
  return (
    <Screen
      title={text.title(made.tables.length)}
      of={dataset.name}
      note={text.note}
      actions={<Button onClick={onBack}>{text.back}</Button>}
    >
      <WhereItLies grantId={grantId} fileName={folder} />
      <Section title={text.tables}>
        <Told label={text.tables} heads={text.heads} rows={tableRows(made)} words={2} />
      </Section>
      <div className={result.columns}>
        <div>
          <Named made={made} />
          <List title={text.against} items={made.against} />
          <List title={text.earlier} items={beside} />
        </div>
        <div>
          <Proof made={made} dataset={dataset} />
          <Section title={text.measured}>
            <Facts
              items={[
                { label: text.k, value: count(made.k), numeric: true },
                { label: text.target, value: text.counts[made.counts](made.targetK), numeric: true },
                { label: text.people, value: count(made.people), numeric: true },
                { label: text.classes, value: count(made.classes), numeric: true },
              ]}
            />
          </Section>
          <Checks made={made} />
        </div>
      </div>
      {made.attacks !== null && (
        <Section title={text.attacks}>
          <Told
            label={text.attacks}
            heads={Object.values(attackText.heads)}
            rows={made.attacks.map((attack) => ({ key: attackCells(attack)[0]!, cells: attackCells(attack) }))}
          />
        </Section>
      )}
      <List title={text.needsYou} items={saidBy(made)} />
      <List title={text.notes} items={made.notes} />
    </Screen>
  );
}
