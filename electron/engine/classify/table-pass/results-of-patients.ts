import { wordList } from '#shared/domain/word-list.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';

/** What is taken of a patient and measured. */
const ofLaboratory = new Set(
  wordList(`
    lab labs labor laboratory laboratoire laboratorio laboratorium laboratoriet specimen sample probe analysis analyse
    analisis analisi analyses exam examen esame exame exames badanie vysetreni undersokelse undersogelse test assay
  `),
);
/** What came of it. */
const ofResult = new Set(
  wordList(`
    result results value normal abnormal reference range interpretation ergebnis befund wert normalwert referenz resultat
    valeur norme resultado resultados valor referencia risultato valore riferimento uitslag waarde wynik wartosc norma
    vysledek hodnota resultaat svar varde
  `),
);
const ofNotes = new Set(
  wordList(`
    note notes notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar remark remarks comment comments
    observation observations observaciones observacion observacoes observacao commentaire commentaires remarques
    osservazioni annotazioni commento opmerking opmerkingen uwagi notatki poznamka poznamky anteckning anteckningar
    notat notater bemaerkning bemaerkninger merknad huomautus huomautukset notlar aciklama megjegyzes observatii
    napomena catatan ghichu
  `),
);

const says = ({ facts }: ColumnState, words: ReadonlySet<string>): boolean =>
  facts.header.tokens.some((token) => words.has(token));
const general: readonly SemanticTypeId[] = [
  'numeric_metric',
  'boolean_flag',
  'unknown',
  'technical_attribute',
  'free_text',
  'person_attribute',
  'target_label',
  'language',
  'rating',
];

/** Rows that hang on a patient: a laboratory's results, and what was noted down. */
export function resultsOfPatients(columns: readonly ColumnState[]): void {
  const patient = columns.some(
    (column) => leads(column, 'patient_id') && column.hypotheses.get('patient_id')?.header !== 0,
  );
  if (!patient) return;
  const tested = columns.some((column) => says(column, ofLaboratory));
  for (const column of columns) {
    const { facts } = column;
    if (facts.kinds.has('empty') || facts.date !== null || !general.includes(best(column)?.type ?? 'unknown')) continue;
    const to = (type: SemanticTypeId): void =>
      support(column, type, Math.max(0.75, (best(column)?.score ?? 0) + 0.1), {
        kind: 'table',
        detail: evidenceText.table.resultOfPatient,
      });
    if (tested && says(column, ofResult)) to('lab_value');
    else if (says(column, ofNotes) && facts.kinds.has('text')) to('clinical_note');
  }
}
