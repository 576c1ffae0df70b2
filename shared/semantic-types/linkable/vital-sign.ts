import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

/** A blood pressure: systolic over diastolic. */
function isBloodPressure(text: string): boolean {
  const found = /^(\d{2,3})\s?\/\s?(\d{2,3})(?: ?mmhg)?$/i.exec(text);
  if (!found) return false;
  const [systolic, diastolic] = [Number(found[1]), Number(found[2])];
  return systolic >= 70 && systolic <= 260 && diastolic >= 35 && diastolic <= 150 && systolic > diastolic;
}

export const vitalSign: SemanticType = {
  id: 'vital_sign',
  label: 'Vital sign',
  class: 'linkable',
  category: 'personal',
  flags: ['health'],
  headerCues: { en: 'body temp, apgar, apgar score, rest hr, resting pulse, skin temp, skin temperature, spo 2 avg, avg hr, hr avg, hr max, min hr, sys bp, dia bp, pulse oximetry, resting hr, pulse rest, temp celsius body, blood pressure, heart rate, pulse, systolic, diastolic, body temperature, respiratory rate, sys bp, dia bp, resting bp, trestbps, thalach, max heart rate, bp, spo2, oxygen level, resting heart rate, systolic bp, diastolic bp, pulse rate, ap hi, ap lo, blood pressure systolic, blood pressure diastolic, max hr, respiration rate, heart rate variability, systolicbp, diastolicbp, heart beat, average heart rate, hr, sbp, dbp, hr bpm, rr, map mmhg, mmhg, rr systolic, pulse ox', de: 'rr sys, rr dia, blutdruck diastolisch, atemfrequenz, sauerstoffsattigung, korpertemp, blutdruck, puls, herzfrequenz, korpertemperatur, rr systolisch, rr diastolisch, systolisch, diastolisch, blutdruck systolisch, ruhepuls', fr: 'ta sys, ta dia, saturation o 2, saturation oxygene, frequence respiratoire, tension arterielle, frequence cardiaque, pouls, systolique, diastolique, pas mmhg', es: 'tas, tad, ta sys, ta dia, sat o 2, saturacion, saturacion o 2, frec respiratoria, temperatura corporal, presion arterial, tension arterial, frecuencia cardiaca, pulso, ta sistolica, ta diastolica, sistolica, diastolica, frec cardiaca, presion sistolica, presion diastolica', it: 'pas, pad, saturazione, saturazione o 2, freq cardiaca, temperatura corporea, pressione sanguigna, pressione arteriosa, frequenza cardiaca, polso, sistolica, diastolica, pa sistolica, pressione sist, pressione diast, pressione massima, pressione minima, pressione sistolica, pressione diastolica', pt: 'saturacao, saturacao o 2, pa sis, pa dia, freq cardiaca, pressao arterial, frequencia cardiaca, pulso, pa sistolica, pa diastolica, fc', nl: 'saturatie, rr sys, rr dia, bloeddruk, hartslag, polsslag, systolisch, diastolisch, bovendruk, onderdruk', not: 'meds, medication, product, high, department, manager, date, tax, oximeter price, metric' },
  accepts: ['integer', 'decimal', 'text', 'category', 'code'],
  valueCheck: isBloodPressure,
  columnRule: { strength: 'structure', minShare: 0.8, minDistinct: 4, alone: true },
  lookAlikes: [],
  noun: 'blood pressures',
  positives: ['120/80', '135/85', '110 / 70', '140/90 mmHg', '180/110', '95/60', '128/76', '160/100'],
  negatives: ['80/120', '1/2', '12/2024', '120', '2024/01', '300/80', 'normal', '120-80'],
  headers: ['BloodPressure', 'Blutdruck', 'fréquence cardiaque', 'presión arterial', 'hartslag', 'heart_rate'],
  source: 'HL7 FHIR vital signs profile (2023)',
};
