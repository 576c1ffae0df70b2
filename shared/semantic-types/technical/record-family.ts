import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

/** Row and record keys that point at no person: known by their headers. */
export const recordFamily = headerTypes([
  {
    id: 'row_index',
    label: 'Row number',
    class: 'non_pii',
    category: 'technical',
    flags: [],
    headerCues: {
      en: 'row number, row id, row index, row, =index, =number, serial number, sequence, line number', de: 'zeilennummer, laufende nummer, lfd nr, =zeile', fr: 'numero de ligne, =ligne', es: 'numero de fila, =fila',
      it: 'numero riga, =riga', pt: 'numero da linha, =linha', nl: 'rijnummer, regelnummer', any: 'rownum, =idx, =sno, =unnamed',
    },
    accepts: ['integer'],
    headers: ['RowNumber', 'Zeilennummer', 'numéro de ligne', 'rijnummer', 'index'],
    source: 'taxonomy 6g',
  },
]);
