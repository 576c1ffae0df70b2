import { describe, expect, it } from 'vitest';
import { semanticTypeById, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { isUnspacedName } from './index.ts';

const known = new Set(['anna', 'jonas', 'שרה', 'محمد', 'schmidt', '佐藤', 'петров']);
const tools = {
  isFirstName: (word: string) => known.has(word.toLowerCase()),
  isSurname: (word: string) => known.has(word.toLowerCase()),
} as unknown as ValueTools;

const says = (type: SemanticTypeId, values: readonly string[]): string[] =>
  values.filter((value) => semanticTypeById(type)?.valueCheck?.(value, tools) !== true);

describe('values in languages beside the seven', () => {
  it.each<[SemanticTypeId, string[]]>([
    [
      'education_level',
      ['Высшее', 'Wyższe', 'Střední škola', 'Yüksek Lisans', '本科', '大学院卒', '고졸', 'SMA', 'Đại học'],
    ],
    ['marital_status', ['Женат', 'nőtlen', 'Căsătorită', '已婚', '기혼', 'Belum Kawin', 'Độc thân', 'vydatá']],
    ['employment_status', ['Безработный', 'Työtön', 'Emekli', '正社員', '재직중', 'Důchodce', 'Thất nghiệp']],
    ['religion', ['Православный', 'Római katolikus', '佛教', '기독교', 'Konghucu', 'Công giáo', 'Bez vyznání']],
    ['job_title', ['бухгалтер', 'Sairaanhoitaja', 'Öğretmen', 'Kierownik zmiany', '看護師', '간호사', 'Giáo viên']],
    ['order_status', ['Доставлено', 'Levererad', 'Teslim edildi', '已发货', '배송완료', 'Dibatalkan', 'Đã giao']],
    ['payment_method', ['Наличные', 'Dobírka', 'Kredi kartı', '支付宝', '계좌이체', 'Tiền mặt', 'Kontanter']],
    ['calendar_feature', ['Понедельник', 'Pazartesi', '月曜日', '월요일', 'Marraskuu', 'Thứ hai', 'Środa']],
    ['income_bracket', ['30 000 — 60 000', 'до 20 000 руб', '300万円未満', '200~300만원']],
  ])('%s', (type, values) => {
    expect(says(type, values)).toEqual([]);
  });

  it('takes no other words for them', () => {
    const others = ['Berlin', 'красный', '12', '2024-01-01', '青', 'abc-1'];
    for (const type of ['education_level', 'marital_status', 'religion', 'order_status', 'payment_method'] as const)
      expect(says(type, others), type).toEqual(others);
  });
});

describe('names that nothing parts', () => {
  it('are known by surname, form of address, initials or capitals', () => {
    const names = [
      '김수민',
      '王小明',
      '佐藤花子',
      'นายสมชาย ใจดี',
      'Nguyễn Văn An',
      'Петров П. А.',
      'J. Schmidt',
      'AnnaSchmidt',
      'שרה לוי',
    ];
    expect(names.filter((name) => !isUnspacedName(name, tools))).toEqual([]);
  });

  it('are no places, offices, sums or products', () => {
    const others = ['강남구', '王府井街', '金额', '東京駅', 'Nguyễn', 'A. Example', 'MacBook', 'שלום', 'ABC-1'];
    expect(others.filter((text) => isUnspacedName(text, tools))).toEqual([]);
  });
});
