import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import type { ImpactRisk, RiskRating } from '#shared/register/impact/risks.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactWindowText as text } from '#shared/text/window/impact.ts';
import { BehindChips } from './behind-chips.tsx';
import styles from './impact.module.css';
import { RateRisk } from './rate-risk.tsx';

/** Rated lower than before, though nothing in the register answers it. */
const isLowered = ({ inherent, residual, measures }: ImpactRisk): boolean =>
  inherent !== null &&
  residual !== null &&
  measures.length === 0 &&
  residual.severity * residual.likelihood < inherent.severity * inherent.likelihood;

function Rated({ rating }: { rating: RiskRating | null }) {
  return rating === null ? <Pill tone="unstated">{text.risks.notRated}</Pill> : text.risks.rating(rating);
}

/** How a risk is rated here; or, where its assessment is not a draft, gone to. */
export interface Rating {
  /** Whether the draft of the assessment may be written from here. */
  here: boolean;
  activity: string;
  operator: string;
  elsewhere(): void;
}

/** Every risk with its source, its rating, what answers exactly it, and what is left. */
export function RiskList({ risks, rating }: { risks: readonly ImpactRisk[]; rating: Rating | null }) {
  const [rated, setRated] = useState<string | null>(null);
  const rateOf = (risk: ImpactRisk): (() => void) | null => {
    if (rating === null || risk.by !== 'shown') return null;
    return rating.here ? () => setRated(risk.event) : rating.elsewhere;
  };
  if (risks.length === 0) return <p className={styles.soft}>{text.risks.none}</p>;
  return (
    <table className={styles.table} aria-label={text.risks.label}>
      <ColumnHeads names={text.risks.heads} />
      <tbody>
        {risks.map((risk, at) => (
          <Fragment key={`${risk.event} ${at}`}>
            <RiskRow risk={risk} at={at} onRate={rateOf(risk)} />
            {rated === risk.event && risk.by === 'shown' && rating !== null && (
              <tr>
                <td colSpan={text.risks.heads.length}>
                  <RateRisk
                    activity={rating.activity}
                    risk={risk}
                    operator={rating.operator}
                    onClose={() => setRated(null)}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** One risk as a row. */
function RiskRow({ risk, at, onRate }: { risk: ImpactRisk; at: number; onRate: (() => void) | null }) {
  const { event, source, effect, inherent, measures, residual, acceptedBy, from } = risk;
  return (
    <tr>
      <th scope="row">
        <span aria-hidden="true">{text.risks.letter(at)} </span>
        {impactText.event(event)}
      </th>
      <td>
        <p>{source === '' ? text.risks.noSource : source}</p>
        {effect !== '' && <p>{effect}</p>}
        <BehindChips from={from} />
      </td>
      <td>
        <Rated rating={inherent} />
        {onRate !== null && (
          <Button size="compact-xs" mt={4} aria-label={text.risks.rateOf(impactText.event(event))} onClick={onRate}>
            {text.risks.rate}
          </Button>
        )}
      </td>
      <td>
        {measures.length === 0 ? (
          <Pill tone="warn">{text.risks.nothing}</Pill>
        ) : (
          <ul className={styles.lines}>
            {measures.map(({ what, from: shownBy }) => (
              <li key={what}>
                {what} <BehindChips from={shownBy} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <Rated rating={residual} />
        {isLowered(risk) && <Pill tone="warn">{text.risks.lowered}</Pill>}
        {acceptedBy !== '' && <p className={styles.soft}>{text.risks.accepted(acceptedBy)}</p>}
      </td>
    </tr>
  );
}
