import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Check, Minus } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import type { RequestView } from '#shared/contract/requests.ts';
import { nextStage } from '#shared/cases/request-stages.ts';
import { requestStages, type RequestStage } from '#shared/domain/request.ts';
import { requestStageWords } from '#shared/text/requests.ts';
import { requestsWindowText as text } from '#shared/text/window/requests.ts';
import { ClockLines } from './clock-lines.tsx';
import { LetterMenu } from './letter-menu.tsx';
import { DeleteButton, ExtendButton } from './request-dialogs.tsx';
import styles from './requests.module.css';
import { AnswerStage } from './stages/answer-stage.tsx';
import { DecideStage } from './stages/decide-stage.tsx';
import { DoStage } from './stages/do-stage.tsx';
import { FindStage } from './stages/find-stage.tsx';
import { IdentityStage } from './stages/identity-stage.tsx';
import { TellStage } from './stages/tell-stage.tsx';
import type { StageProps } from './use-act.ts';

const panels: Record<RequestStage, ComponentType<StageProps>> = {
  identity: IdentityStage,
  find: FindStage,
  decide: DecideStage,
  do: DoStage,
  tell: TellStage,
  answer: AnswerStage,
};

/** The six stages with where each stands; 1–6 go there. */
function Stages({
  view,
  shown,
  onShow,
}: {
  view: RequestView;
  shown: RequestStage;
  onShow(stage: RequestStage): void;
}) {
  return (
    <nav aria-label={text.stages}>
      <ol className={styles.stages}>
        {requestStages.map((stage, at) => {
          const state = view.stages[stage];
          return (
            <li key={stage}>
              <button
                type="button"
                className={styles.stage}
                data-state={state}
                aria-current={stage === shown ? 'step' : undefined}
                onClick={() => onShow(stage)}
              >
                <span className={styles.number} aria-hidden="true">
                  {at + 1}
                </span>
                {requestStageWords[stage]}
                {state === 'done' && <Check size={13} aria-label={text.states.done} />}
                {state === 'none' && <Minus size={13} aria-label={text.states.none} />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** One request: its days, its letters, and the stage that is worked at. */
export function RequestDetail({ view, readOnly }: { view: RequestView; readOnly: boolean }) {
  const { request } = view;
  const next = nextStage(request);
  // A stage stays in sight when it is done, so that what came of it is read before the next.
  const [shown, setShown] = useState<RequestStage>(next ?? 'answer');
  useHotkeys(requestStages.map((stage, at) => [String(at + 1), () => setShown(stage)]));
  const Panel = panels[shown];
  const locked = readOnly || request.answer !== null;
  return (
    <section aria-label={text.item(request.ref, request.type)}>
      <div className={styles.head}>
        <h2>{text.item(request.ref, request.type)}</h2>
        <span className={styles.soft}>{text.received(request.receivedOn)}</span>
      </div>
      <ClockLines view={view} />
      <div className={styles.buttons}>
        <LetterMenu view={view} readOnly={readOnly} />
        <ExtendButton view={view} readOnly={readOnly} />
        <DeleteButton view={view} readOnly={readOnly} />
      </div>
      <Stages view={view} shown={shown} onShow={setShown} />
      <Panel key={shown} view={view} locked={locked} />
      {next !== null && next !== shown && view.stages[shown] !== 'open' && (
        <div className={styles.buttons}>
          <Button variant="filled" onClick={() => setShown(next)}>
            {text.next(requestStageWords[next])}
          </Button>
        </div>
      )}
    </section>
  );
}
