import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const stems = longPattern('i')`
  (?:
    cillin|cillina|mycin|floxacin|azole|prazole?|olol|pril|sartan|statin|dipine|formin|gliptin|gliflozin|mab|
    nib|vir|parin|xaban|triptan|setron|sone|olone|profen|profeno|coxib|zepam|zolam|pam|barbital|azine|pine|
    oxetine|ipramine|triptyline|thiazide|semide|lukast|terol|caine|cycline|tidine|fibrate|glitazone|glutide|
    insulin|aspirin|acetaminophen|paracetamol|metamizol|nolotil|ventolin|eutirox|levothyrox|warfarin|heparin|
    morphine|codeine|tramadol|ibuprof|diclofenac|naproxen|omeprazol|amoxicil|metformin|salbutamol|albuterol|
    prednis|cortison|methotrex|lithium|viagra|prozac|xanax|adderall|lipitor|penicillin|vaccin|chemotherap|
    dialysis
  )(?:e|a|o|um)?\b
`;

export const medication = semanticType({
  id: 'medication',
  label: 'Medication or treatment',
  class: 'linkable',
  category: 'personal',
  flags: ['health'],
  accepts: ['text', 'category', 'boolean', 'long_text', 'code', 'integer', 'decimal'],
  valueCheck: (text) => text.length < 120 && stems.test(text),
  columnRule: { strength: 'vocabulary', minShare: 0.4, minDistinct: 3, alone: true },
  lookAlikes: [
    'diagnosis',
    'vaccination',
    'medical_service',
    'product_name',
    'clinical_note',
    'lab_value',
    'symptom',
    'first_name',
    'city',
    'last_name',
  ],
  noun: 'medicines',
  positives: [
    'Ibuprofen',
    'Metformin',
    'Amoxicillin',
    'Omeprazole',
    'Atorvastatin',
    'Lisinopril',
    'Paracetamol',
    'Insulin',
  ],
  negatives: ['yes', '12', 'Berlin', 'Manager', 'blue', '2024-01-01', 'A1', 'open'],
  headers: ['medication', 'Medikament', 'médicament', 'tratamiento', 'farmaco', 'geneesmiddel'],
  source: 'WHO, INN stem book (2018)',
});
