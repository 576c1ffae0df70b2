import { Button } from '@mantine/core';
import { Pill } from '#renderer/design/pill.tsx';
import type { ImpactRisk, RiskRating } from '#shared/register/impact/risks.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactWindowText as text } from '#shared/text/window/impact.ts';
import { BehindChips } from './behind-chips.tsx';
import styles from './impact.module.css';

function Rating({ rating }: { rating: RiskRating | null }) {
  return rating === null ? <Pill tone="unstated">{text.risks.notRated}</Pill> : text.risks.rating(rating);
}

/** Every risk with its source, its rating, what answers exactly it, and what is left. */
export function RiskList({ risks, onRate }: { risks: readonly ImpactRisk[]; onRate: (() => void) | null }) {
  if (risks.length === 0) return <p className={styles.soft}>{text.risks.none}</p>;
  return (
    <table className={styles.table} aria-label={text.risks.label}>
      <thead>
        <tr>
          {text.risks.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {risks.map(({ event, source, effect, inherent, measures, residual, acceptedBy, from, by }, at) => (
          <tr key={`${event} ${at}`}>
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
              <Rating rating={inherent} />
              {by === 'shown' && onRate !== null && (
                <Button
                  size="compact-xs"
                  mt={4}
                  aria-label={text.risks.rateOf(impactText.event(event))}
                  onClick={onRate}
                >
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
              <Rating rating={residual} />
              {acceptedBy !== '' && <p className={styles.soft}>{text.risks.accepted(acceptedBy)}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
