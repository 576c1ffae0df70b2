import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** A blood pressure: systolic over diastolic. */
function isBloodPressure(text: string): boolean {
  const found = /^(\d{2,3})\s?\/\s?(\d{2,3})(?: ?mmhg)?$/i.exec(text);
  if (!found) return false;
  const [systolic, diastolic] = [Number(found[1]), Number(found[2])];
  return systolic >= 70 && systolic <= 260 && diastolic >= 35 && diastolic <= 150 && systolic > diastolic;
}

export const vitalSign = semanticType({
  id: 'vital_sign',
  label: 'Vital sign',
  class: 'linkable',
  category: 'personal',
  flags: ['health'],
  accepts: ['integer', 'decimal', 'text', 'category', 'code'],
  valueCheck: isBloodPressure,
  columnRule: { strength: 'structure', minShare: 0.8, minDistinct: 4, alone: true },
  lookAlikes: [],
  noun: 'blood pressures',
  positives: ['120/80', '135/85', '110 / 70', '140/90 mmHg', '180/110', '95/60', '128/76', '160/100'],
  negatives: ['80/120', '1/2', '12/2024', '120', '2024/01', '300/80', 'normal', '120-80'],
  headers: ['BloodPressure', 'Blutdruck', 'fréquence cardiaque', 'presión arterial', 'hartslag', 'heart_rate'],
  source: 'HL7 FHIR vital signs profile (2023)',
});
