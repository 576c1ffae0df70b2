import { describe, expect, it } from 'vitest';
import { headerTokens } from '#shared/header-language/header.ts';
import { specialWords } from './index.ts';

const flagsOf = (name: string): string[] =>
  specialWords(headerTokens(name))
    .filter(({ weak }) => !weak)
    .map(({ topic }) => topic.flag);

describe('words of what the law protects', () => {
  it.each([
    [
      'health',
      ['Rückenschmerzen', 'anxiety_level', 'dolor lumbar', 'hengenahdistus', 'choroba_przewlekla', 'Migräneanfälle'],
    ],
    [
      'health',
      [
        'bleedingTendency',
        'gastrite cronica',
        'υπέρταση',
        'гипертония',
        '頭痛の頻度',
        '고혈압 여부',
        'allergia_laktoz',
      ],
    ],
    ['health', ['opioid_use', 'cigarettes per day', 'vakcinace', 'raskausviikko', 'Pflegegrad', 'çocukluk hastalığı']],
    [
      'religion',
      ['church_visits', 'Religionsgemeinschaft', 'náboženství rodiny', 'вероисповедание', 'θρήσκευμα', '宗教名'],
    ],
    [
      'political',
      ['ideologie', 'valgdeltagelse', 'stemgedrag 2021', 'aanestys', 'πολιτική στάση', 'политические взгляды'],
    ],
    ['sexual_orientation', ['sexuality', 'seksuaalisuus', 'condom_last_time', 'сексуальное поведение']],
    ['race_ethnicity', ['ethnicity_2', 'narodnost', 'nemzetiseg', 'etnicko poreklo', '民族名']],
    ['trade_union', ['sindicalizado', 'Gewerkschaftsbeitrag', 'ammattiliitto', 'профсоюз']],
    ['criminal', ['convictions', 'Vorstrafenregister', 'delitos previos', 'brottstyp', 'судимость']],
    ['genetic', ['genotype_rs12', 'chromosome', 'DNA']],
  ])('%s: %j', (flag, names) => {
    for (const name of names) expect(flagsOf(name), name).toContain(flag);
  });

  it('are not found in words that only look like them', () => {
    const others = [
      'Angestellten_ID', 'odeme yontemi', 'academic_year', 'premia_roczna', 'diploma', 'hospitality_score', 'party size',
      'presidente', 'penalty_fee', 'invalid_rows', 'stranka', 'sale_date', 'agricultural_area', 'κωδικός προϊόντος',
      'bandwidth', 'Zustelldatum', 'Auswahl', 'union_all', 'wahlfach', 'carte', 'unit_price', '商品名', '주문번호',
    ]; // prettier-ignore
    expect(others.filter((name) => flagsOf(name).length > 0)).toEqual([]);
  });

  it('count in a table about health where they have several senses', () => {
    expect(specialWords(['treatment'])).toMatchObject([{ weak: true, topic: { flag: 'health' } }]);
    expect(specialWords(['garganta'])).toMatchObject([{ weak: true, topic: { type: 'symptom' } }]);
  });
});
