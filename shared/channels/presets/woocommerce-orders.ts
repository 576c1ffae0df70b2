import { channel } from '../channel.ts';

export const woocommerceOrders = channel({
  id: 'woocommerce-orders',
  label: 'WooCommerce, orders or customers (CSV)',
  called: 'WooCommerce’s export',
  family: 'transactions',
  fingerprint: {
    names: [
      ['order_id', 'billing_first_name', 'line_item_1'],
      ['order_id', 'billing_first_name', 'billing_last_name', 'customer_ip_address'],
      ['aov', 'last active', 'sign up'],
    ],
  },
  reading: { times: 'The shop’s local time; the file names no time zone.' },
  columns: {
    order_id: 'order_id',
    order_number: 'order_id',
    order_number_formatted: 'order_id',
    order_date: 'order_date',
    date: 'order_date',
    paid_date: 'timestamp',
    completed_date: 'timestamp',
    status: 'order_status',
    shipping_total: 'purchase_amount',
    shipping_tax_total: 'purchase_amount',
    fee_total: 'purchase_amount',
    tax_total: 'purchase_amount',
    cart_discount: 'price',
    discount_total: 'price',
    order_discount: 'price',
    order_total: 'purchase_amount',
    refunded_total: 'purchase_amount',
    order_currency: 'currency_code',
    payment_method: 'payment_method',
    payment_method_title: 'payment_method',
    transaction_id: 'order_id',
    shipping_method: 'order_status',
    customer_ip_address: 'ip_address',
    customer_user_agent: 'user_agent',
    customer_id: 'customer_id',
    customer_user: 'customer_id',
    customer_email: 'email_address',
    billing_first_name: 'first_name',
    billing_last_name: 'last_name',
    billing_company: 'company_name',
    billing_email: 'email_address',
    billing_phone: 'phone_number',
    billing_address_1: 'street_address',
    billing_address_2: 'address_line_2',
    billing_postcode: 'postal_code',
    billing_city: 'city',
    billing_state: 'state_region',
    billing_country: 'country',
    shipping_first_name: 'first_name',
    shipping_last_name: 'last_name',
    shipping_company: 'company_name',
    shipping_phone: 'phone_number',
    shipping_address_1: 'street_address',
    shipping_address_2: 'address_line_2',
    shipping_postcode: 'postal_code',
    shipping_city: 'city',
    shipping_state: 'state_region',
    shipping_country: 'country',
    customer_note: 'free_text',
    order_notes: 'free_text',
    'line_item_*': 'product_name',
    'meta:*': 'technical_attribute',
    coupon_items: 'campaign_response',
    download_permissions: 'boolean_flag',
    name: 'full_name',
    username: 'username',
    'last active': 'engagement_timestamp',
    'sign up': 'signup_date',
    email: 'email_address',
    orders: 'purchase_count',
    'total spend': 'total_spent',
    aov: 'purchase_amount',
    'country / region': 'country',
    city: 'city',
    region: 'state_region',
    'postal code': 'postal_code',
  },
  informedHow:
    'Privacy notice and terms at the checkout (contract); a consent to marketing is an own field where the shop ' +
    'asks for it.',
  notes: [
    'IP address and browser of the buyer are part of the order.',
    'An article with name, number, quantity and price is packed into one cell.',
    'The order of the columns is not promised; they are found by name.',
  ],
  source: 'WooCommerce documentation, import and export of orders',
  example: {
    fileName: 'woocommerce-orders.csv',
    rows: 5,
    expect: {
      order_id: 'order_id',
      order_date: 'order_date',
      customer_ip_address: 'ip_address',
      billing_first_name: 'first_name',
      billing_last_name: 'last_name',
      billing_email: 'email_address',
      billing_city: 'city',
      order_total: 'purchase_amount',
      payment_method: 'payment_method',
    },
    text: `order_id,order_number,order_date,status,shipping_total,tax_total,order_total,order_currency,payment_method,\
transaction_id,customer_ip_address,customer_user_agent,customer_id,customer_email,billing_first_name,\
billing_last_name,billing_email,billing_phone,billing_address_1,billing_postcode,billing_city,billing_country,\
shipping_first_name,shipping_last_name,shipping_city,customer_note,line_item_1,line_item_2
7101,7101,09/02/2026 10:14:05,completed,4.90,9.28,62.90,EUR,stripe,ch_3PqA1101,203.0.113.18,"Mozilla/5.0 (X11; Linux \
x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",501,mira.lindqvist@example.org,Mira,Lindqvist,\
mira.lindqvist@example.org,+49 40 5550143,Hafenstrasse 12,20457,Hamburg,DE,Mira,Lindqvist,Hamburg,,name:Linen shirt|\
sku:LS-M|quantity:1|total:38.00,name:Wool socks|sku:WS-2|quantity:2|total:20.00
7102,7102,09/02/2026 11:02:31,processing,4.90,3.83,28.90,EUR,paypal,PAYID-M0011,198.51.100.7,"Mozilla/5.0 (Windows NT \
10.0; Win64; x64) AppleWebKit/537.36 Chrome/128.0 Safari/537.36",502,paul.okafor@example.net,Paul,Okafor,\
paul.okafor@example.net,+44 20 7946 0121,4 Elm Avenue,SW1A 1AA,London,GB,Paul,Okafor,London,,name:Canvas bag|sku:CB-1|\
quantity:1|total:24.00,
7103,7103,09/03/2026 08:40:12,refunded,0.00,12.13,76.00,EUR,stripe,ch_3PqA1103,203.0.113.77,"Mozilla/5.0 (iPhone; CPU \
iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",503,ines.moreau@example.org,Ines,Moreau,\
ines.moreau@example.org,+33 4 99 55 01 99,8 rue du Lac,69003,Lyon,FR,Ines,Moreau,Lyon,Leave at the door,name:Linen \
shirt|sku:LS-S|quantity:2|total:76.00,
7104,7104,09/03/2026 19:22:48,completed,4.90,1.60,14.90,EUR,bacs,,192.0.2.45,"Mozilla/5.0 (Android 14; Mobile; \
rv:128.0) Gecko/128.0 Firefox/128.0",504,tomas.novak@example.com,Tomas,Novak,tomas.novak@example.com,+420 225 550 177,\
Dlouha 30,110 00,Prague,CZ,Tomas,Novak,Prague,,name:Wool socks|sku:WS-1|quantity:1|total:10.00,
7105,7105,09/04/2026 07:15:20,on-hold,4.90,7.66,52.90,EUR,bacs,,192.0.2.112,"Mozilla/5.0 (Macintosh; Intel Mac OS X \
14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15",505,laura.rossi@example.com,Laura,Rossi,\
laura.rossi@example.com,+39 011 555 0108,Via Roma 7,10121,Turin,IT,Laura,Rossi,Turin,,name:Canvas bag|sku:CB-1|\
quantity:2|total:48.00,
`,
  },
});
