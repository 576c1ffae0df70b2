import type { RequestSummary } from '#shared/contract/requests.ts';
import { requestDay, requestStageWords, timeLeft } from '#shared/text/requests.ts';
import { requestsWindowText as text } from '#shared/text/window/requests.ts';
import styles from './requests.module.css';

/** Days from which on it is soon. */
const soon = 7;

export const toneOf = (left: number): 'over' | 'soon' | 'later' =>
  left < 0 ? 'over' : left <= soon ? 'soon' : 'later';

function Item({ request, isChosen, onChoose }: { request: RequestSummary; isChosen: boolean; onChoose(): void }) {
  const { ref, type, next, left, stage, waiting, answeredOn } = request;
  return (
    <li>
      <button type="button" className={styles.item} aria-current={isChosen} onClick={onChoose}>
        <span className={styles.itemName}>{text.item(ref, type)}</span>
        {answeredOn !== null ? (
          <span className={styles.soft}>{text.answeredOn(answeredOn)}</span>
        ) : next === null || left === null ? (
          <span className={styles.soft}>{text.noDay}</span>
        ) : (
          <span className={styles.left} data-tone={toneOf(left)}>
            {requestDay(next.due)}, {timeLeft(left)}
          </span>
        )}
        <span className={styles.soft}>
          {[stage === null ? '' : requestStageWords[stage], waiting ? text.waiting : ''].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  );
}

/** The requests, the nearest due date first; answered ones folded and counted. */
export function RequestList({
  requests,
  chosen,
  onChoose,
}: {
  requests: readonly RequestSummary[];
  chosen: string | null;
  onChoose(id: string): void;
}) {
  const [open, over] = [
    requests.filter(({ answeredOn }) => answeredOn === null),
    requests.filter(({ answeredOn }) => answeredOn !== null),
  ];
  const items = (of: readonly RequestSummary[]) =>
    of.map((request) => (
      <Item key={request.id} request={request} isChosen={request.id === chosen} onChoose={() => onChoose(request.id)} />
    ));
  return (
    <nav aria-label={text.list}>
      <ul className={styles.list}>{items(open)}</ul>
      {over.length > 0 && (
        <details className={styles.answered} open={open.length === 0}>
          <summary>{text.over(over.length)}</summary>
          <ul className={styles.list}>{items(over)}</ul>
        </details>
      )}
    </nav>
  );
}
