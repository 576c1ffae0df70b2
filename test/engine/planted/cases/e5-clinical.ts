import { breaking, clean } from '../planted-case.ts';
import { byTrait, decimal, oneOf, shop, text, trait, whole, type Cell } from '../values.ts';

const clinical: [string, Cell][] = [
  ['diagnosis', oneOf('diabetes|asthma|hypertension|none')],
  ['Diagnose', oneOf('Bluthochdruck|Diabetes|Asthma|keine')],
  ['maladie', oneOf('diabète|asthme|hypertension')],
  ['enfermedad', oneOf('diabetes|asma|hipertensión')],
  ['malattia', oneOf('diabete|asma|ipertensione')],
  ['doença', oneOf('diabetes|asma|hipertensão')],
  ['aandoening', oneOf('suikerziekte|astma|hoge bloeddruk')],
  ['icd10', oneOf('E11.9|J45.0|I10|F32.1')],
  ['code', oneOf('E11.9|J45.0|F32.1|M54.5|K21.0')],
  ['atc_code', oneOf('A10BA02|C09AA05|N06AB03|R03AC02')],
  ['item', oneOf('A10BA02|C09AA05|N06AB03|R03AC02|C10AA05')],
  ['medication', oneOf('metformin|ramipril|sertraline|salbutamol')],
  ['product', oneOf('Metformin 500 mg|Ramipril 5 mg|Sertraline 50 mg|Insulin glargine')],
  ['Artikel', oneOf('Ibuprofen 400|Paracetamol 500|Omeprazol 20|Metoprolol 50')],
  ['basket', oneOf('nicotine patches|pregnancy test|blood glucose strips|insulin pen needles')],
  ['Warenkorb', oneOf('Schwangerschaftstest|Blutzuckerteststreifen|Inkontinenzeinlagen')],
  ['panier', oneOf('test de grossesse|bandelettes glycémie|patch nicotine')],
  ['cesta', oneOf('test de embarazo|tiras de glucosa|parches de nicotina')],
  ['Medikament', oneOf('Metformin|Ramipril|Sertralin')],
  ['médicament', oneOf('Doliprane|Levothyrox|Ventoline')],
  ['blood_type', oneOf('A+|B-|O+|AB+')],
  ['bmi', decimal(18, 40, 1)],
  ['HbA1c', decimal(4, 11, 1)],
  ['pregnant', oneOf('yes|no')],
  ['Schwangerschaftswoche', whole(4, 40)],
  ['disability_degree', oneOf('0|30|50|80')],
  ['Pflegegrad', oneOf('0|1|2|3|4')],
  ['allergies', oneOf('pollen|nuts|none')],
  ['smoker', oneOf('0|1')],
  ['chronic_condition_flag', oneOf('Y|N')],
  ['hiv_status', oneOf('pos|neg')],
  ['note', text('customer asked about {0} since the diagnosis', oneOf('diabetes|asthma|depression|migraine'))],
];

const ill: Cell = (row) => (trait(row) === 'a' ? 'yes' : 'no');
const standIns: [string, string, Cell, string, Cell][] = [
  ['aisle', 'diabetic', ill, 'aisle', byTrait('sugar free', 'bakery|sweets')],
  ['shoe', 'pregnant', ill, 'line', byTrait('L7', 'L1|L2|L3')],
  ['Tarif', 'Schwerbehinderung', ill, 'Tarif', byTrait('R2', 'N1|N2')],
  ['hour', 'diagnosis', (row) => (trait(row) === 'a' ? 'asthma' : 'diabetes'), 'slot', byTrait('s1|s2', 's3|s4')],
];

export const clinicalData = breaking('E5', [
  ...clinical.map(([name, cell]) => ({ title: `clinical: ${name}`, table: { ...shop(8), [name]: cell } })),
  ...standIns.map(([title, dropped, cell, name, proxy]) => ({
    title: `clinical, stands in: ${title}`,
    rows: 300,
    drops: [dropped],
    table: { ...shop(8), [dropped]: cell, [name]: proxy },
  })),
]);

const harmless: [string, Cell][] = [
  ['shelf', oneOf('A10|B20|C50|E11')],
  ['product_code', oneOf('E11-9X|J45-0Q|K21-0B')],
  ['gate', oneOf('A10|A12|B22|C30')],
  ['seat', oneOf('12A|14C|22F|3D')],
  ['aisle', oneOf('I10|I11|I12')],
  ['paper_size', oneOf('A3|A4|A5|B5')],
  ['motor', oneOf('M54|M52|N55|S58')],
  ['model', oneOf('X11.9|Z45.0|T32.1')],
  ['warehouse', oneOf('J45|J46|J47')],
  ['condition', oneOf('new|used|refurbished')],
  ['Zustand', oneOf('neu|gebraucht|generalüberholt')],
  ['state_of_goods', oneOf('intact|damaged')],
  ['operation', oneOf('add|remove|update')],
  ['treatment', oneOf('A|B|control')],
  ['test_group', oneOf('control|variant')],
  ['screen_fracture_cover', oneOf('yes|no')],
  ['battery_health', whole(70, 100)],
  ['account_health', oneOf('good|fair|poor')],
  ['dose_of_detergent', oneOf('small|medium|large')],
  ['tablet_model', oneOf('Tab 10|Tab 11|Tab 12')],
  ['capsules_coffee', whole(0, 60)],
  ['virus_scanner', oneOf('installed|missing')],
  ['stroke_width', oneOf('1|2|3')],
  ['plant_disease_spray', oneOf('bought|not bought')],
  ['package_weight', decimal(1, 30, 1)],
  ['allergen_label', oneOf('gluten|nuts|none')],
  ['Pflegehinweis', oneOf('30 Grad|Handwäsche|nicht bügeln')],
  ['grade', oneOf('A+|B+|A|B')],
  ['energy_class', oneOf('A+|A++|B|C')],
  ['operation_mode', oneOf('eco|normal|turbo')],
];

export const clinicalLookAlikes = clean(
  'E5',
  harmless.map(([name, cell]) => ({ title: `not clinical: ${name}`, table: { ...shop(9), [name]: cell } })),
);
