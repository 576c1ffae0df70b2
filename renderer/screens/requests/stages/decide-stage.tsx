import { Button, Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { groundsFor, requestOutcomes, type RefusalGround, type RequestOutcome } from '#shared/domain/request.ts';
import { foundWhere, refusalWords, requestOutcomeWords } from '#shared/text/requests.ts';
import { listed } from '#shared/text/numbers.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { Section } from '#renderer/design/section.tsx';
import styles from '../requests.module.css';
import { useAct, type StageProps } from '../use-act.ts';

const text = requestsWindowText.decide;

/** What is kept, and why, by the number of the place in the search; `columns`: none: the records stay whole. */
type Kept = Readonly<Record<number, { reason: string; columns: readonly string[] }>>;

/** The places in which the person was found; what is granted in part keeps some of them. */
function Places({ view, kept, setKept }: Pick<StageProps, 'view'> & { kept: Kept; setKept(kept: Kept): void }) {
  const hits = view.request.search?.hits ?? [];
  const erases = view.request.type === 'erase';
  const datasets = useDatasets();
  const columnsOf = (id: string): string[] =>
    (datasets.data?.find((one) => one.id === id)?.columns ?? []).map(({ name }) => name);
  if (hits.length === 0) return null;
  const without = (at: number): Kept => Object.fromEntries(Object.entries(kept).filter(([hit]) => Number(hit) !== at));
  return (
    <Section title={text.places}>
      {hits.map((hit, at) => {
        const where = foundWhere(hit);
        const own = kept[at];
        const isKept = own !== undefined;
        return (
          <div key={where} className={styles.row}>
            <Checkbox
              label={text.kept(where)}
              checked={isKept}
              onChange={() => setKept(isKept ? without(at) : { ...kept, [at]: { reason: '', columns: [] } })}
            />
            {own !== undefined && (
              <TextInput
                className={styles.grow}
                aria-label={text.keptWhy(where)}
                placeholder={text.keepWhy}
                value={own.reason}
                onChange={({ currentTarget }) => setKept({ ...kept, [at]: { ...own, reason: currentTarget.value } })}
              />
            )}
            {own !== undefined && erases && hit.place === 'dataset' && (
              <MultiSelect
                className={styles.grow}
                aria-label={text.keepColumns(where)}
                placeholder={own.columns.length === 0 ? text.allColumns : undefined}
                searchable
                data={columnsOf(hit.id)}
                value={[...own.columns]}
                onChange={(columns) => setKept({ ...kept, [at]: { ...own, columns } })}
              />
            )}
          </div>
        );
      })}
    </Section>
  );
}

/** What was decided, and what is kept by it. */
function Decided({ view, locked }: StageProps) {
  const { decision, search } = view.request;
  if (decision === null) return null;
  return (
    <>
      <p>
        {text.decided(requestOutcomeWords[decision.outcome], decision.on)}{' '}
        <span className={styles.soft}>
          {decision.ground !== null && `${refusalWords[decision.ground]}. `}
          {decision.reason} {view.groundTerm !== null && text.term(view.groundTerm.term, view.groundTerm.exact)}
        </span>
      </p>
      {locked &&
        decision.kept.map(({ hit, reason, columns = [] }) => (
          <p key={hit}>
            {foundWhere(search!.hits[hit]!)}
            {columns.length > 0 && ` (${listed(columns)})`}: {reason}
          </p>
        ))}
    </>
  );
}

/** What somebody is about to decide, from what was decided before. */
function useWish({ decision }: StageProps['view']['request']) {
  const [outcome, setOutcome] = useState<RequestOutcome>(decision?.outcome ?? 'granted');
  const [ground, setGround] = useState<RefusalGround | null>(decision?.ground ?? null);
  const [reason, setReason] = useState(decision?.reason ?? '');
  const [kept, setKept] = useState<Kept>(
    Object.fromEntries(
      (decision?.kept ?? []).map(({ hit, reason: why, columns = [] }) => [hit, { reason: why, columns }]),
    ),
  );
  const isGranted = outcome === 'granted';
  const reasons = [reason, ...(outcome === 'partly' ? Object.values(kept).map((one) => one.reason) : [])];
  return {
    outcome,
    setOutcome,
    ground,
    setGround,
    reason,
    setReason,
    kept,
    setKept,
    isGranted,
    ready: isGranted || (ground !== null && reasons.every((why) => why.trim() !== '')),
    wish: {
      act: 'decide' as const,
      outcome,
      ground: isGranted ? null : ground,
      reason,
      kept:
        outcome === 'partly'
          ? Object.entries(kept).map(([hit, { reason: why, columns }]) => ({
              hit: Number(hit),
              reason: why.trim(),
              ...(columns.length === 0 ? {} : { columns: [...columns] }),
            }))
          : [],
    },
  };
}

/** What is granted, in whole or in part, or refused on a ground of the law. */
function DecideForm({ view }: StageProps) {
  const { act, busy } = useAct(view);
  const { outcome, setOutcome, ground, setGround, reason, setReason, kept, setKept, isGranted, ready, wish } = useWish(
    view.request,
  );
  const isFirst = view.request.decision === null;
  return (
    <div className={styles.form}>
      <Select
        label={text.outcome}
        allowDeselect={false}
        data={requestOutcomes.map((value) => ({ value, label: requestOutcomeWords[value] }))}
        value={outcome}
        onChange={(chosen) => chosen !== null && setOutcome(chosen)}
      />
      {!isGranted && (
        <Select
          label={text.ground}
          required
          data={groundsFor(view.request.type).map((value) => ({ value, label: refusalWords[value] }))}
          value={ground}
          onChange={setGround}
        />
      )}
      <Textarea
        label={text.reason}
        required={!isGranted}
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {outcome === 'partly' && <Places view={view} kept={kept} setKept={setKept} />}
      <div className={styles.buttons}>
        <Button variant={isFirst ? 'filled' : 'default'} loading={busy} disabled={!ready} onClick={() => act(wish)}>
          {isFirst ? text.decide : text.again}
        </Button>
      </div>
    </div>
  );
}

/** What is decided of the request; until the answer it can be decided anew. */
export function DecideStage({ view, locked }: StageProps) {
  return (
    <>
      <Decided view={view} locked={locked} />
      {!locked && <DecideForm view={view} locked={locked} />}
    </>
  );
}
