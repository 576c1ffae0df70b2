import { packPlaces } from '#shared/evidence/pack-places.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { evidenceText } from '#shared/text/evidence.ts';
import { consentStandings } from '#shared/text/consent.ts';
import { consentStandings as standings } from '#shared/domain/consent.ts';
import { count } from '#shared/text/numbers.ts';
import { packedJson, packedText, type PackSection } from '../pack-section.ts';

const text = evidenceText.consent;

/** Consent by purpose: how many people stand where. Nobody's events are in it. */
export const consentSection: PackSection = ({ consent, organisation, asOf, workspaceId }) =>
  consent.length === 0
    ? []
    : [
        packedText(
          `${packPlaces.legalBasis}/consent-statistics.html`,
          registerPage({
            title: text.title(organisation),
            said: [text.said(asOf)],
            draft: false,
            sections: [
              {
                heading: text.byPurpose,
                said: [],
                table: {
                  heads: [text.purpose, ...standings.map((standing) => consentStandings[standing])],
                  rows: consent.map(({ title, people }) => [
                    title,
                    ...standings.map((standing) => count(people[standing])),
                  ]),
                },
                records: [],
              },
              {
                heading: text.readIn,
                said: [],
                table: {
                  heads: text.readingHeads,
                  rows: consent.flatMap(({ title, readings }) =>
                    readings.map(({ at, form, events }) => [title, at.slice(0, 10), form, count(events)]),
                  ),
                },
                records: [],
              },
            ],
            foot: text.foot(workspaceId),
          }),
        ),
        packedJson(`${packPlaces.legalBasis}/consent-statistics.json`, consent),
      ];
