import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { beginsWithOne, occupationStems } from '../value-words/index.ts';

const role = longPattern('i')`
  \b(?:
    manager|engineer|developer|analyst|consultant|director|assistant|specialist|officer|administrator|
    coordinator|technician|supervisor|representative|designer|accountant|scientist|architect|nurse|teacher|
    professor|lecturer|driver|clerk|secretary|executive|president|owner|founder|ceo|cfo|cto|vp|head of|lead|
    intern|sales ?(?:man|rep|person)|associate|advisor|adviser|strategist|planner|operator|programmer|attorney|
    lawyer|librarian|pharmacist|physician|surgeon|therapist|dentist|doctor|chef|cook|barista|cashier|waiter|
    receptionist|mechanic|electrician|plumber|carpenter|farmer|artist|writer|editor|journalist|photographer|
    musician|actor|student|retired|unemployed|self-employed|homemaker|housewife|entrepreneur|blue-collar|
    management|services|craft-repair|exec-managerial|prof-specialty|adm-clerical|machine-op-inspct|
    handlers-cleaners|transport-moving|farming-fishing|protective-serv|priv-house-serv|tech-support|admin\.?|
    other-service|hairdresser|economist|geologist|psychologist|statistician|paralegal|recruiter|auditor|
    biologist|chemist|researcher|inspector|contractor|agent|worker|conductor|firefighter|police|soldier|pilot|
    steward|janitor|cleaner|guard|agente|ingeniero|abogado|m[eé]dico|enfermer[ao]|profesor|estudiante|jubilado|
    ama de casa|empleado|gerente|ingénieur|avocat|médecin|chirurgien|infirmi(?:er|ère)|professeur|enseignante?|
    étudiante?|retraitée?|cadre|ouvrier|employée?|agriculteur|directeur|directrice|chef d|conseiller|
    fonctionnaire|ingenieur|lehrer(?:in)?|arzt|ärztin|rechtsanwalt|kaufmann|kauffrau|angestellte?r?|beamter?|
    rentner|schüler|handwerker|techniker|geschäftsführer|ingegnere|avvocato|impiegat[oa]|operai[oa]|insegnante|
    studente|pensionat[oa]|funcionário|engenheiro|advogado|aposentado|autônomo|leraar|verpleegkundige|arts|
    gepensioneerd
  )\b
`;

export const jobTitle = semanticType({
  id: 'job_title',
  label: 'Job title',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'integer', 'long_text'],
  valueCheck: (text) => text.length < 80 && (role.test(text) || beginsWithOne(fold(text), occupationStems)),
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 4, alone: true },
  lookAlikes: [
    'occupation',
    'department',
    'employment_status',
    'education_level',
    'lead_status',
    'field_of_study',
    'employment_type',
    'medical_service',
    'diagnosis',
    'customer_segment',
    'ticket_type',
    'product_name',
    'visitor_type',
    'name_prefix',
    'loyalty_segment',
    'job_level',
    'product_category',
    'company_name',
    'age_group',
    'industry_sector',
    'search_term',
    'political_affiliation',
    'support_channel',
    'clinical_note',
    'street_address',
    'nationality',
    'health_insurance_status',
    'biography',
    'business_name',
  ],
  noun: 'occupations or job titles',
  positives: [
    'Sales Manager',
    'Data Engineer',
    'Nurse',
    'Ingénieur',
    'Rechtsanwalt',
    'profesor',
    'Director of Marketing',
    'Student',
  ],
  negatives: ['Berlin', 'yes', '12', 'ana@example.org', 'blue', '2024-01-01', 'Anna Schmidt', 'A1'],
  headers: ['job_title', 'Stellenbezeichnung', 'intitulé du poste', 'puesto', 'mansione', 'functietitel'],
  source: 'ISCO-08 (2012) group titles; taxonomy 6b',
});
