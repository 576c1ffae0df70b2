import { longPattern } from '#shared/domain/long-pattern.ts';
import { isIllness } from '#shared/semantic-types/telling-values.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const diseases = longPattern('i')`
  (?:
    diabet|hypertens|hipertens|ipertens|bluthochdruck|asthma|asma\b|cancer|cáncer|krebs|tumou?r|carcinom|
    leuk[ae]+mi|lymphom|melanom|stroke|schlaganfall|infarct|infarkt|coronary|cardiac|cardiovasc|cardiopat|
    heart (?:disease|failure|attack)|arrhythm|fibrillat|arthritis|artritis|arthrose|arthros|migrain|migraña|
    epileps|parkinson|alzheimer|demen[zct]|depress|anxiety|ansiedad|angst|bipolar|schizophr|autis|adhd|obes[ie]|
    adipos|anemi|anämi|anémi|hepatitis|cirrhos|hiv\b|aids\b|tubercul|pneumon|bronchit|copd|influenza|covid|
    malaria|dengue|cholera|cólera|polio\b|measles|varicel|sclerosis|esclerosis|fibrosis|kidney disease|\bckd\b|
    renal|nephr|thyroid|hypothyr|allerg|alerg|eczema|psoria|dermatit|glaucom|cataract|osteopor|fracture|sepsis|
    syndrome|\bgout\b|gastrit|ulcer|colitis|crohn|gerd\b|reflux|appendic|hernia|endometrio|hemophil|hemofil|
    thalass|sickle cell|angina|insomnia|apnea|respirator|thromb|embol|neuropath|retinopath|hyperlipid|
    cholesterol|infection|infección|infeccion|disorder|disease|enfermedad|malattia|maladie|krankheit|ziekte|
    lupus|meningit|\bflu\b|common cold|no disease|ataque|injur
  )
`;
const icd10 = /^[A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})$/i;

export const diagnosis = semanticType({
  id: 'diagnosis',
  label: 'Diagnosis or disease',
  class: 'linkable',
  category: 'personal',
  flags: ['health'],
  accepts: ['text', 'category', 'boolean', 'long_text', 'integer', 'code', 'decimal'],
  range: [-1, 99],
  valueCheck: (text) => text.length < 200 && (diseases.test(text) || icd10.test(text) || isIllness(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 3, alone: true },
  lookAlikes: [
    'medical_code',
    'symptom',
    'medical_service',
    'clinical_note',
    'medication',
    'health_outcome',
    'case_number',
    'ticket_subject',
    'health_status',
    'disability',
    'vaccination',
    'sexual_orientation',
    'lab_value',
    'street_address',
    'postal_code',
    'smoking_status',
  ],
  noun: 'diseases',
  positives: [
    'Diabetes',
    'Hipertensión',
    'asthma',
    'Breast cancer',
    'Depression',
    'Hepatitis B',
    'E11.9',
    'Herzinfarkt',
  ],
  negatives: ['yes', '12', 'Berlin', 'Anna', 'blue', 'open', '2024-01-01', 'Manager'],
  headers: ['diagnosis', 'Erkrankung', 'maladie', 'enfermedad', 'malattia', 'doença', 'aandoening'],
  source: 'WHO ICD-10 (2019) chapters and code form; taxonomy 6b',
});
