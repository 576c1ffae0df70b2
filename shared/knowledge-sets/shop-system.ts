import { knowledgeSet } from './knowledge-set.ts';

/** What a shop knows of each customer: orders, payments, where they go, and the account. */
export const shopSystem = knowledgeSet({
  id: 'shop-system',
  types: [
    'order_date',
    'order_status',
    'purchase_count',
    'purchase_frequency',
    'purchase_amount',
    'total_spent',
    'lifetime_value',
    'price',
    'quantity',
    'product_name',
    'product_category',
    'product_variation',
    'product_count',
    'payment_method',
    'card_type',
    'billing_preference',
    'loyalty_segment',
    'signup_date',
    'city',
    'postal_code',
    'country',
    'gender',
    'age',
    'age_group',
  ],
});
