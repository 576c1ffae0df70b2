import { knowledgeSet } from './knowledge-set.ts';

/** What a tool that sends newsletters holds of each recipient. */
export const emailTool = knowledgeSet({
  id: 'email-tool',
  types: [
    'email_engagement',
    'email_client',
    'subscription_status',
    'consent_status',
    'consent_timestamp',
    'consent_preference',
    'campaign_name',
    'campaign_contact_count',
    'campaign_response',
    'engagement_score',
    'engagement_timestamp',
    'lead_source',
    'lead_status',
    'signup_date',
    'traffic_source',
    'first_name',
    'gender',
    'language',
    'city',
    'country',
  ],
});
