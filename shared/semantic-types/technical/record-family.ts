import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'technical', flags: [], source: 'taxonomy 6g' } as const;

/** Row and record keys that point at no person, moments and bookkeeping: known by their headers. */
export const recordFamily = headerTypes([
  { ...shared, id: 'row_index', label: 'Row number', accepts: ['integer'], headers: ['RowNumber', 'Zeilennummer', 'numéro de ligne', 'rijnummer', 'index'] },
  { ...shared, id: 'record_id', label: 'Record number', accepts: kinds.identifier, lookAlikes: ['row_index', 'customer_id', 'user_id'], headers: ['record_id', 'Datensatznummer', 'identifiant unique', 'identificador único'] },
  { ...shared, id: 'foreign_key', label: 'Key of another table', accepts: kinds.identifier, headers: ['store_id', 'Fremdschlüssel', 'clé étrangère', 'filiaalnummer'] },
  { ...shared, id: 'event_id', label: 'Event number', accepts: kinds.identifier, headers: ['event_id', 'Ereignis-ID', 'id événement', 'id de evento'] },
  { ...shared, id: 'timestamp', label: 'Moment', flags: ['timestamp'], accepts: ['date', 'integer', 'decimal', 'text', 'code'], lookAlikes: ['date_event', 'engagement_timestamp', 'sync_timestamp'], tracking: { tracks: 'when a person does something', reveals: 'habits' }, headers: ['timestamp', 'Zeitstempel', 'horodatage', 'marca temporal', 'tijdstempel'] },
  { ...shared, category: 'engagement', flags: ['timestamp'], id: 'engagement_timestamp', label: 'Time of a contact', accepts: ['date', 'integer', 'decimal', 'text'], lookAlikes: ['timestamp', 'date_event'], headers: ['last_contact_date', 'letzter Kontakt', 'date de contact', 'último contacto'] },
  { ...shared, flags: ['timestamp'], id: 'sync_timestamp', label: 'Time of a synchronisation', accepts: ['date', 'integer', 'decimal', 'text'], lookAlikes: ['timestamp'], headers: ['_fivetran_synced', 'geändert am', 'date de modification', 'actualizado el'] },
  { ...shared, flags: ['timestamp'], id: 'date_event', label: 'Date', accepts: ['date', 'integer', 'text', 'decimal'], lookAlikes: ['timestamp', 'order_date', 'hire_date'], headers: ['event_date', 'Startdatum', 'date de début', 'fecha de inicio'] },
  { ...shared, id: 'year', label: 'Year', accepts: ['integer', 'category', 'text', 'date', 'decimal'], headers: ['fiscal_year', 'Geschäftsjahr', 'année scolaire', 'anno fiscale'] },
  { ...shared, id: 'time_of_day', label: 'Time of day', accepts: kinds.any, headers: ['time_of_day', 'Tageszeit', 'moment de la journée', 'hora del día'] },
  { ...shared, id: 'timezone', label: 'Time zone', accepts: kinds.any, tracking: { tracks: 'in which time zone a person is', reveals: 'whereabouts' }, headers: ['timezone', 'Zeitzone', 'fuseau horaire', 'zona horaria'] },
  { ...shared, id: 'hashed_value', label: 'Hashed value', accepts: ['code', 'text', 'integer', 'category'], headers: ['email_hash', 'Hashwert', 'valeur hachée', 'hashwaarde'] },
]);
