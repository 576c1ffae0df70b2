import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RequestSearch } from '#shared/cases/request.ts';
import { mostRows } from '#shared/domain/wide-search.ts';
import { isTooWide } from '#shared/cases/request-stages.ts';
import { count } from '#shared/text/numbers.ts';
import { foundHow } from '#shared/text/requests.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { JobButton } from '#renderer/design/job-button.tsx';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { linesOf } from '../log-request-form.tsx';
import styles from '../requests.module.css';
import { refreshRequests, useAct, type StageProps } from '../use-act.ts';

const text = requestsWindowText.find;

/** Where the person was found: places and numbers, never a value. */
function Found({ search }: { search: RequestSearch }) {
  const { hits, searched, notSearched, registerEntry, on, values } = search;
  return (
    <>
      {hits.length === 0 ? (
        <Notice
          action={
            registerEntry !== null && (
              <Button onClick={() => goToEntry(registerEntry)}>{text.entry(registerEntry)}</Button>
            )
          }
        >
          {text.nobody(searched.length, registerEntry)}
        </Notice>
      ) : (
        <table className={styles.table} aria-label={text.table}>
          <ColumnHeads names={text.heads} />
          <tbody>
            {hits.map(({ id, dataset, column, match, rows }) => (
              <tr key={`${id} ${column} ${match}`}>
                <th scope="row">
                  <bdi>{dataset}</bdi>
                </th>
                <td>
                  <bdi>{column}</bdi>
                </td>
                <td>{foundHow(match)}</td>
                <td className={styles.right}>{count(rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.soft}>{text.on(on, values, searched.length)}</p>
      {notSearched.length > 0 && (
        <details open={hits.length === 0}>
          <summary>{text.notSearched(notSearched.length)}</summary>
          <ul className={styles.lines}>
            {notSearched.map(({ what, why }) => (
              <li key={what}>
                <bdi>{what}</bdi>: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Thousands of rows under one value: narrow, or say why they are one person's. */
function TooWide({ view, search }: StageProps & { search: RequestSearch }) {
  const { act, busy } = useAct(view);
  const [reason, setReason] = useState('');
  return (
    <>
      <Notice tone="warn">{text.tooWide(mostRows(search))}</Notice>
      <div className={styles.form}>
        <Textarea
          label={text.allTheirsWhy}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button loading={busy} disabled={reason.trim() === ''} onClick={() => act({ act: 'one-person', reason })}>
            {text.allTheirs}
          </Button>
        </div>
      </div>
    </>
  );
}

/** By which values somebody is looked for, and looks for them. */
function Look({ view }: StageProps) {
  const { act, busy } = useAct(view);
  const { identifiers, search } = view.request;
  const kept = identifiers.join('\n');
  const [typed, setTyped] = useState(kept);
  const find = (): Promise<void> =>
    guarded(async () => {
      await runJob(text.job, () => engine.requests.find({ id: view.id }));
      await refreshRequests();
    });
  const changed = linesOf(typed).join('\n') !== kept;
  return (
    <div className={styles.form}>
      <Textarea
        label={requestsWindowText.fields.identifiers}
        description={requestsWindowText.fields.identifiersHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div className={styles.buttons}>
        {changed && (
          <Button
            loading={busy}
            disabled={linesOf(typed).length === 0}
            onClick={() => act({ act: 'identifiers', values: linesOf(typed) })}
          >
            {text.change}
          </Button>
        )}
        <JobButton
          job={text.job}
          variant={search === null ? 'filled' : 'default'}
          disabled={changed || identifiers.length === 0}
          onClick={() => void find()}
        >
          {search === null ? text.look : text.again}
        </JobButton>
      </div>
    </div>
  );
}

/** Where the person is, in everything the workspace holds; what was not looked through is said. */
export function FindStage({ view, locked }: StageProps) {
  const { search } = view.request;
  return (
    <>
      {!locked && <Look view={view} locked={locked} />}
      {search !== null && <Found search={search} />}
      {search !== null && isTooWide(search) && !locked && <TooWide view={view} locked={locked} search={search} />}
    </>
  );
}
