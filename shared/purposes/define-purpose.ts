import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { Purpose } from '#shared/domain/purpose.ts';

type PurposePreset = Omit<Purpose, 'preset' | 'dataNeeded'> & {
  dataNeeded: readonly { types: readonly SemanticTypeId[]; detail: string; why: string }[];
};

/** A preset: a worked starting point for an organisation's own purpose, never its legal advice. */
export const definePurpose = ({ dataNeeded, ...purpose }: PurposePreset): Purpose => ({
  ...purpose,
  dataNeeded: dataNeeded.map((needed) => ({ ...needed, types: [...needed.types] })),
  preset: true,
});

/** Groups of semantic types that several purposes need, by the names of the classification. */
export const behaviour: readonly SemanticTypeId[] = [
  'purchase_amount',
  'total_spent',
  'lifetime_value',
  'purchase_count',
  'purchase_frequency',
  'quantity',
  'price',
  'product_category',
  'product_name',
  'product_variation',
  'product_count',
  'payment_method',
  'order_status',
  'service_subscription',
  'contract_type',
  'financial_product',
  'vehicle_type',
  'travel_class',
  'travel_purpose',
];
export const loyalty: readonly SemanticTypeId[] = [
  'recency',
  'tenure',
  'loyalty_segment',
  'activity_flag',
  'churn_label',
  'signup_date',
  'order_date',
  'usage_metric',
  'usage_time',
  'interaction_count',
];
export const engagement: readonly SemanticTypeId[] = [
  'page_view_count',
  'session_count',
  'session_duration',
  'event_name',
  'engagement_event',
  'email_engagement',
  'engagement_score',
  'engagement_timestamp',
  'social_engagement_count',
  'campaign_response',
  'conversion_flag',
  'conversion_count',
  'ad_impressions',
  'ad_clicks',
  'ad_exposure',
  'lead_source',
  'traffic_source',
  'contact_channel',
  'visitor_type',
  'subscription_status',
];
export const service: readonly SemanticTypeId[] = [
  'ticket_type',
  'ticket_status',
  'ticket_priority',
  'support_channel',
  'call_duration',
  'wait_time',
  'complaint_count',
  'complaint_reason',
];
export const attitude: readonly SemanticTypeId[] = [
  'satisfaction_score',
  'rating',
  'sentiment',
  'preference',
  'motivation',
  'purchase_criteria',
  'opinion',
  'survey_answer',
];
export const demography: readonly SemanticTypeId[] = [
  'age',
  'age_group',
  'birth_year',
  'date_of_birth',
  'generation',
  'gender',
];
export const place: readonly SemanticTypeId[] = [
  'country',
  'state_region',
  'postal_code',
  'city',
  'county',
  'latitude',
  'longitude',
];
export const consent: readonly SemanticTypeId[] = [
  'consent_status',
  'consent_preference',
  'consent_timestamp',
  'consent_version',
  'legal_basis',
];
export const household: readonly SemanticTypeId[] = [
  'household_size',
  'number_of_children',
  'marital_status',
  'education_level',
  'occupation',
  'employment_status',
  'income_bracket',
  'salary_income',
  'housing_status',
];
