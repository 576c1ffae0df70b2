/** What people write beside the sum of a table, folded. */
export const totalWords = new Set(
  (
    'total,totals,subtotal,sub total,zwischensumme,sous total,subtotale,tussentotaal,podsuma,mezisoucet,delsumma,' +
    'ara toplam,grand total,overall total,sum,total sum,summe,gesamt,gesamtsumme,insgesamt,total general,somme,' +
    'total geral,totale,totale generale,totaal,suma,razem,ogolem,celkem,soucet,spolu,osszesen,yhteensa,summa,totalt,' +
    'i alt,sum totalt,toplam,genel toplam,συνολο,итого,всего,сумма,усього,разом,合計,総計,总计,合计,합계,총계,jumlah,tong,tong cong'
  ).split(','),
);

const plainNumber = /^[-+]?\d+(?:\.\d+)?$/;
const commaNumber = /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** The number that a cell is, and whether it writes its decimals after a comma; null where it is none. */
export function numberIn(cell: string): { value: number; comma: boolean } | null {
  const text = cell.trim();
  if (plainNumber.test(text)) return { value: Number(text), comma: false };
  return commaNumber.test(text) ? { value: Number(text.replaceAll('.', '').replace(',', '.')), comma: true } : null;
}
