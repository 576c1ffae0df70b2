import { leads, type ColumnState } from '../hypothesis.ts';

/** What one row of the table stands for. */
export type TableEntity = 'person' | 'other';

const personal = ['full_name', 'first_name', 'last_name', 'email_address', 'date_of_birth', 'gender', 'age', 'phone_number', 'marital_status', 'national_id'];

/** A table is about persons as soon as one column says something only persons have. */
export const tableEntity = (columns: readonly ColumnState[]): TableEntity => (columns.some((column) => leads(column, ...personal)) ? 'person' : 'other');
