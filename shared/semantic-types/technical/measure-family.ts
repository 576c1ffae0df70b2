import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'technical', flags: [], source: 'taxonomy 6g' } as const;

/** Numbers about things, places, samples and models, not about one person: known by their headers. */
export const measureFamily = headerTypes([
  {
    ...shared,
    id: 'model_score',
    score: true,
    label: 'Score of a model',
    accepts: kinds.number,
    headers: ['prediction', 'Modellwert', 'score du modèle', 'modelscore'],
  },
  {
    ...shared,
    id: 'confidence_score',
    label: 'Confidence',
    accepts: kinds.number,
    headers: ['confidence', 'Konfidenz', 'indice de confiance', 'nivel de confianza'],
  },
  {
    ...shared,
    id: 'survey_weight',
    label: 'Survey weight',
    accepts: ['decimal', 'integer'],
    lookAlikes: ['weight'],
    headers: ['sampling_weight', 'Stichprobengewicht', 'poids de sondage', 'peso muestral'],
  },
  {
    ...shared,
    id: 'survey_design',
    label: 'Design of a survey',
    accepts: kinds.any,
    headers: ['strata', 'Erhebungswelle', "vague d'enquête", 'estrato'],
  },
  {
    ...shared,
    id: 'economic_indicator',
    label: 'Economic indicator',
    accepts: kinds.number,
    headers: ['euribor3m', 'Wechselkurs', 'taux de chômage', 'tipo de cambio'],
  },
  {
    ...shared,
    id: 'population',
    label: 'Population of a place',
    accepts: ['integer', 'decimal', 'category'],
    headers: ['population', 'Einwohnerzahl', "nombre d'habitants", 'abitanti'],
  },
  {
    ...shared,
    id: 'lot_code',
    label: 'Lot or batch',
    accepts: kinds.identifier,
    headers: ['batch_number', 'Chargennummer', 'numéro de lot', 'lote'],
  },
  {
    ...shared,
    id: 'boolean_flag',
    label: 'Yes or no',
    accepts: ['boolean', 'category', 'integer'],
    headers: ['email_verified', 'verifiziert', 'supprimé', 'eliminado'],
  },
  {
    ...shared,
    id: 'numeric_metric',
    label: 'Measure',
    accepts: kinds.number,
    headers: ['measurement', 'Messwert', 'mesure', 'métrica', 'kengetal'],
  },
  {
    ...shared,
    id: 'technical_attribute',
    freeText: 'possible',
    label: 'Technical attribute',
    accepts: kinds.any,
    headers: ['configuration', 'Dateiname', 'nom de fichier', 'nombre de archivo'],
  },
]);
