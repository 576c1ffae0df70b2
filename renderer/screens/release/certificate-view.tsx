import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { certificate as schema, type Certificate } from '#shared/certificate/certificate.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import { certificateFigures } from '#shared/certificate/certificate-figures.ts';
import { policyCells, policyHeads } from '#shared/certificate/policy-cells.ts';
import { audienceFactsText } from '#shared/text/audience.ts';
import { AudienceFacts } from './audience/audience-facts.tsx';
import { certificatePageText, certificateSourceText } from '#shared/text/certificate.ts';
import { figuresText } from '#shared/text/figures.ts';
import { bytes, count, listed, moment } from '#shared/text/numbers.ts';
import { undecidedSentences } from '#shared/text/undecided-released.ts';
import { releaseText } from '#shared/text/window/release.ts';
import { writtenAs } from '#shared/domain/written-as.ts';
import { elsewhereRows } from '#shared/certificate/certificate-page.ts';
import { elsewhereText } from '#shared/text/elsewhere.ts';
import { outsiderFacts } from './outsider-facts.ts';
import { releasedSentence } from '#shared/text/guardrails/overrides.ts';
import styles from './release.module.css';

const text = releaseText.certificate;

/** What was written from what. */
function Files({ made: { output, inputs, rows, createdAt, operator } }: { made: Certificate }) {
  return (
    <>
      <Section title={text.output}>
        <Facts
          items={[
            { label: releaseText.facts.file, value: `${output.name} (${bytes(output.bytes)})` },
            { label: releaseText.facts.rows, value: releaseText.ofRows(rows.out, rows.in) },
            { label: releaseText.facts.sha, value: <span className={styles.hash}>{output.sha256}</span> },
            { label: releaseText.facts.made, value: moment(createdAt) },
            { label: text.operator, value: operator },
          ]}
        />
      </Section>
      <Section title={text.input}>
        <Facts
          items={inputs.map(({ name, rows: read, rejectedRows, sha256, rewrites }) => ({
            label: name,
            value: (
              <>
                {releaseText.ofRows(read, read + rejectedRows)} <span className={styles.hash}>{sha256}</span>
                {rewrites && ` ${certificateSourceText.name}: ${certificateSourceText.rewrites(rewrites)}`}
              </>
            ),
          }))}
        />
      </Section>
    </>
  );
}

function Measured({ made }: { made: Certificate }) {
  const { measured } = made;
  const figures = certificateFigures(made);
  const as = writtenAs(made.recipe);
  return (
    <Section title={text.measured}>
      <Facts
        items={[
          { label: releaseText.facts.k, value: figuresText.smallest(measured.k), numeric: true },
          ...(as === 'noisy-counts' || as === 'drawn'
            ? []
            : [
                { label: releaseText.facts.unique, value: count(measured.uniqueRows), numeric: true },
                { label: text.classes, value: count(measured.classes), numeric: true },
                { label: text.quasi, value: figuresText.over(measured.quasiIdentifiers) },
              ]),
          ...(made.population === undefined
            ? []
            : [{ label: releaseText.facts.population, value: releaseText.population(made.population) }]),
          ...(figures !== null
            ? outsiderFacts(as, figures)
            : [{ label: figuresText.allColumns, value: text.notCounted }]),
        ]}
      />
    </Section>
  );
}

function Columns({ columns }: { columns: Certificate['output']['columns'] }) {
  return (
    <Section title={text.columns}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.column}</th>
            <th scope="col">{text.treatment}</th>
            <th scope="col">{text.from}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, treatment, sources }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{treatment}</td>
              <td>{listed(sources)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Which engine ran the recipe where it was another, what was measured anew here, and what nobody here could look at. */
function Elsewhere({ made }: { made: Certificate }) {
  if (made.elsewhere === undefined) return null;
  return (
    <Section title={elsewhereText.name}>
      <Facts items={elsewhereRows(made).map(([label, value]) => ({ label, value }))} />
      {made.elsewhere.notRecomputed.map((part) => (
        <p key={part} className={styles.sentence}>
          {elsewhereText.notRecomputed[part]}
        </p>
      ))}
    </Section>
  );
}

/** What became of the columns that nobody had decided on, where there are any. */
function Undecided({ columns }: { columns: NonNullable<Certificate['undecided']> }) {
  if (columns.length === 0) return null;
  return (
    <Section title={releaseText.done.undecided}>
      {undecidedSentences(columns).map((sentence) => (
        <p key={sentence} className={styles.sentence}>
          {sentence}
        </p>
      ))}
    </Section>
  );
}

/** The rows of the policy that decided something, where there are any. */
function PolicyUsed({ made }: { made: Certificate }) {
  const rows = policyCells(made);
  if (rows.length === 0) return null;
  return (
    <Section title={certificatePageText.sections.policy}>
      <table className={styles.table}>
        <ColumnHeads names={policyHeads} />
        <tbody>
          {rows.map(([key, ...cells]) => (
            <tr key={key}>
              <td>{key}</td>
              {cells.map((cell, at) => (
                <td key={policyHeads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The questions an outsider would ask, and what the guardrails said. */
function Checks({ made: { disclosureTests, guardrails } }: { made: Certificate }) {
  return (
    <>
      <Section title={text.tests}>
        <ul className={styles.list}>
          {disclosureTests.map(({ test, result, detail }) => (
            <li key={test} className={styles.item}>
              <span>
                <Verdict verdict={result === 'pass' ? 'pass' : 'warn'}>{figuresText.answers[result]}</Verdict>
              </span>
              <p className={styles.sentence}>
                <strong>{figuresText.questions[test]}</strong> {detail}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text.guardrails}>
        <ul className={styles.list}>
          {guardrails.map(({ id, verdict, state, message, overridden }) => (
            <li key={id} className={styles.item}>
              <span>
                <Verdict verdict={verdict} state={state} />
              </span>
              <p className={styles.sentence}>
                <strong>{id}</strong> {overridden === undefined ? '' : `${releasedSentence(overridden)} `}
                {message}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** By what it was made and signed, so that somebody else can check it. */
function Versions({ made: { versions, planHash, rowOrder, signature } }: { made: Certificate }) {
  return (
    <Section title={text.versions}>
      <Facts
        items={[
          ...Object.entries(versions).map(([label, value]) => ({ label, value })),
          { label: text.plan, value: <span className={styles.hash}>{planHash}</span> },
          { label: text.order, value: rowOrder },
          {
            label: text.key,
            value: signature === null ? text.unsigned : <span className={styles.hash}>{signature.keyId}</span>,
          },
        ]}
      />
    </Section>
  );
}

function Body({ releaseId }: { releaseId: string }) {
  const found = useQuery({
    queryKey: [...keys.releases, 'certificate', releaseId],
    queryFn: () => engine.releases.certificate({ releaseId }),
  });
  if (found.isError) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={10} />;
  const parsed = schema.safeParse(found.data.certificate);
  if (!parsed.success) return <Notice tone="block">{text.invalid}</Notice>;
  const made = parsed.data;
  return (
    <>
      <Notice tone={found.data.signatureValid ? 'pass' : 'block'}>
        {found.data.signatureValid ? text.valid : text.invalid}
      </Notice>
      {found.data.rewrittenSince && (
        <Notice tone="warn">{certificateSourceText.rewrittenSince(found.data.rewrittenSince)}</Notice>
      )}
      <Section title={text.statement}>
        <p className={styles.sentence}>{made.statement}</p>
      </Section>
      <Elsewhere made={made} />
      <Files made={made} />
      <Measured made={made} />
      <Columns columns={made.output.columns} />
      <Undecided columns={made.undecided ?? []} />
      {made.audience && (
        <Section title={audienceFactsText.title}>
          <AudienceFacts audience={made.audience} />
        </Section>
      )}
      <PolicyUsed made={made} />
      <Checks made={made} />
      <Versions made={made} />
    </>
  );
}

/** A release's certificate, readable, with its signature checked. */
export function CertificateView({
  releaseId,
  fileName,
  onClose,
}: {
  releaseId: string;
  fileName: string;
  onClose(): void;
}) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={820}
      title={releaseText.readOf(fileName)}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <Body releaseId={releaseId} />
    </Modal>
  );
}
