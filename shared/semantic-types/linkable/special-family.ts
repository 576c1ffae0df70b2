import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Other protected characteristics and records: known by their headers. */
export const specialFamily = headerTypes([
  { id: 'religious_practice', label: 'Religious practice', class: 'linkable', category: 'personal', flags: ['religion'],
    accepts: ['category', 'text', 'boolean', 'integer', 'long_text'], headers: ['church_attendance', 'Kirchgang', 'pratique religieuse', 'práctica religiosa', 'kerkbezoek'], source: 'GDPR article 9 (2016)' },
  { id: 'voting_history', label: 'Voting', class: 'linkable', category: 'personal', flags: ['political'],
    accepts: ['category', 'text', 'boolean', 'integer', 'code'], headers: ['voting_history', 'Wahlverhalten', 'intention de vote', 'intención de voto', 'stemgedrag'], source: 'GDPR article 9 (2016)' },
  { id: 'sexual_behavior', label: 'Sexual life', class: 'linkable', category: 'personal', flags: ['sexual_orientation', 'health'],
    accepts: ['integer', 'decimal', 'category', 'boolean', 'text'], headers: ['sexual_partners', 'Sexualpartner', 'partenaires sexuels', 'parejas sexuales', 'anticonceptie'], source: 'GDPR article 9 (2016)' },
  { id: 'trade_union', label: 'Trade union membership', class: 'linkable', category: 'personal', flags: ['trade_union'],
    accepts: ['category', 'text', 'boolean', 'integer', 'code'], headers: ['union_member', 'Gewerkschaft', 'appartenance syndicale', 'sindicato', 'vakbond'], source: 'GDPR article 9 (2016)' },
  { id: 'criminal_record', label: 'Offences and convictions', class: 'linkable', category: 'personal', flags: ['criminal'],
    accepts: ['category', 'text', 'boolean', 'integer', 'code', 'long_text', 'decimal'], headers: ['criminal_record', 'Vorstrafen', 'casier judiciaire', 'antecedentes penales', 'precedenti penali', 'strafblad', 'priors_count'], source: 'GDPR article 10 (2016)' },
  { id: 'crim_date', label: 'Date of an offence or custody', class: 'linkable', category: 'personal', flags: ['criminal'],
    accepts: ['date', 'code', 'text', 'integer'], headers: ['offense_date', 'Haftbeginn', 'date d’arrestation', 'fecha del delito', 'arrestatiedatum'], source: 'GDPR article 10 (2016)' },
  { id: 'risk_score', score: true, label: 'Risk assessment of a person', class: 'linkable', category: 'personal', flags: ['criminal'],
    accepts: ['integer', 'decimal', 'category', 'text'], headers: ['decile_score', 'Rückfallrisiko', 'risque de récidive', 'riesgo de reincidencia'], source: 'GDPR article 10 (2016)' },
  { id: 'personality_trait', label: 'Personality trait', class: 'linkable', category: 'attitudinal', flags: [],
    accepts: ['integer', 'decimal', 'category', 'text', 'code'], tracking: { tracks: 'traits of a person’s character', reveals: 'opinion' }, headers: ['openness', 'Persönlichkeit', 'personnalité', 'personalidad', 'personalità', 'extraversion'], source: 'Big Five (Goldberg 1990)' },
]);
