import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BookOpenCheck, CalendarPlus, FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { certificate as schema, type Certificate } from '#shared/certificate/certificate.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { useReleases } from '#renderer/client/queries.ts';
import { saveRecipe } from '#renderer/client/save-recipe.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import { openDataset } from '#renderer/workspace/open-dataset.ts';
import { goToEntry } from '#renderer/state/register-place.ts';
import { WhereItLies } from '#renderer/workspace/where-it-lies.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { figuresText } from '#shared/text/figures.ts';
import { calledWith } from '#shared/text/figures.ts';
import { releasedSentence } from '#shared/text/guardrails/overrides.ts';
import { statementBeside } from '#shared/text/labels.ts';
import { count } from '#shared/text/numbers.ts';
import { undecidedSentences } from '#shared/text/undecided-released.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { CertificateButtons } from './certificate-buttons.tsx';
import { outsiderFacts } from './outsider-facts.ts';
import { PastReleases } from './past-releases.tsx';
import styles from './result.module.css';
import { useTitleFocus } from '#renderer/design/use-title-focus.ts';

/** The register's own record of this release, and the certificate it keeps. */
function useCertificate(registerEntry: number | null): { releaseId: string | null; made: Certificate | null } {
  const releases = useReleases().data;
  const releaseId = releases?.find((release) => release.registerEntry === registerEntry)?.id ?? null;
  const found = useQuery({
    queryKey: [...keys.releases, 'certificate', releaseId],
    queryFn: () => engine.releases.certificate({ releaseId: releaseId! }),
    enabled: releaseId !== null,
  });
  const parsed = schema.safeParse(found.data?.certificate);
  return { releaseId, made: parsed.success ? parsed.data : null };
}

/** A question that failed stands in red; one that was not asked needs somebody. */
const tones = { pass: 'pass', fail: 'block', 'not-assessed': 'warn' } as const;

/** What the file may be called, why, and how the three questions were answered. */
function Named({ result }: { result: ReleaseResult }) {
  return (
    <section className={styles.named} aria-label={text.facts.label}>
      <p className={styles.label}>
        {text.facts.label} <strong>{calledWith(text.label[result.label], result.earlierReleases)}</strong>
      </p>
      <p className={styles.why}>{statementBeside(text.label[result.label], result.statement)}</p>
      <ul className={styles.questions} aria-label={text.certificate.tests}>
        {result.tests.map(({ test, result: answer, detail }) => (
          <li key={test}>
            <Verdict verdict={tones[answer]}>{text.answers[answer]}</Verdict>
            <p className={styles.why}>
              <strong>{text.questions[test]}.</strong> {detail}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.drift}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

/** The certificate and the register's entry, where there are any. */
function Proof({ result, fileName }: { result: ReleaseResult; fileName: string }) {
  const { registerEntry, certificate, proof, descriptor } = result;
  const { releaseId } = useCertificate(registerEntry);
  return (
    <Section title={text.done.proof}>
      <p className={styles.why}>{text.done.beside([certificate, proof, descriptor].filter((name) => name !== null))}</p>
      <div className={styles.buttons}>
        {releaseId !== null && <CertificateButtons releaseId={releaseId} fileName={fileName} />}
        {registerEntry !== null && (
          <Button leftSection={<BookOpenCheck size={14} aria-hidden="true" />} onClick={() => goToEntry(registerEntry)}>
            {text.done.entry(registerEntry)}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Measured({ result }: { result: ReleaseResult }) {
  const nobodys = result.writtenAs === 'noisy-counts' || result.writtenAs === 'drawn';
  return (
    <Section title={text.certificate.measured}>
      <Facts
        items={[
          { label: text.facts.rows, value: figuresText.written(result.writtenAs, result) },
          ...(nobodys ? [] : [{ label: text.facts.suppressed, value: count(result.suppressed) }]),
          ...result.excluded.map(({ why, rows }) => ({
            label: text.facts.excluded,
            value: text.excluded(rows, why),
          })),
          { label: text.facts.k, value: figuresText.smallest(result.k) },
          ...(nobodys
            ? []
            : [
                { label: text.facts.unique, value: count(result.uniqueRows) },
                { label: text.facts.over, value: figuresText.over(result.counted) },
              ]),
          ...outsiderFacts(result.writtenAs, result),
          ...(result.population === undefined
            ? []
            : [{ label: text.facts.population, value: text.population(result.population) }]),
          { label: text.facts.sha, value: <span className={styles.hash}>{result.sha256}</span> },
        ]}
      />
    </Section>
  );
}

/** What is kept for next month's file. */
function NextMonth({ datasetName, recipe, readOnly }: { datasetName: string; recipe: Recipe; readOnly: boolean }) {
  return (
    <Section title={text.done.again.title}>
      <p className={styles.why}>{text.done.again.sentence(datasetName)}</p>
      <div className={styles.buttons}>
        <Button
          disabled={readOnly}
          leftSection={<CalendarPlus size={14} aria-hidden="true" />}
          onClick={() => void openDataset()}
        >
          {text.done.again.open}
        </Button>
        <Button
          leftSection={<FileDown size={14} aria-hidden="true" />}
          onClick={() => void guarded(() => saveRecipe(recipe, datasetName))}
        >
          {text.done.again.save}
        </Button>
      </div>
    </Section>
  );
}

interface Props {
  dataset: DatasetSummary;
  /** The dataset's working recipe, where it went by that: it is kept for next month. */
  recipe: Recipe | null;
  result: ReleaseResult;
  grantId: string;
  fileName: string;
  readOnly: boolean;
  /** What there is to say of it before anything else. */
  children?: ReactNode;
  onBack(): void;
}

/**
 * How a Run ended that wrote its file: where it is, what it may be called and why, its certificate, its entry, and next
 * month.
 */
export function ResultPage({ dataset, recipe, result, grantId, fileName, readOnly, children, onBack }: Props) {
  useTitleFocus(result.sha256);
  return (
    <Screen
      title={text.done.title(fileName)}
      of={dataset.name}
      note={text.done.note}
      actions={<Button onClick={onBack}>{text.done.back}</Button>}
    >
      {result.guardrails.map(
        ({ id, overridden }) =>
          overridden !== undefined && (
            <Notice key={id} tone="block" title={id}>
              {releasedSentence(overridden)}
            </Notice>
          ),
      )}
      <WhereItLies grantId={grantId} fileName={fileName} />
      <div className={styles.columns}>
        <div>
          {children}
          <Named result={result} />
          <Sentences title={text.done.undecided} sentences={undecidedSentences(result.undecided ?? [])} />
          <Sentences title={text.done.drift} sentences={result.drift} />
        </div>
        <div>
          <Proof result={result} fileName={fileName} />
          <Measured result={result} />
          {recipe !== null && <NextMonth datasetName={dataset.name} recipe={recipe} readOnly={readOnly} />}
        </div>
      </div>
      <PastReleases readOnly={readOnly} />
    </Screen>
  );
}
