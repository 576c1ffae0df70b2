import { channel } from '../channel.ts';

export const shopifyOrders = channel({
  id: 'shopify-orders',
  label: 'Shopify, orders (CSV)',
  called: 'Shopify’s order export',
  family: 'transactions',
  fingerprint: { names: [['name', 'financial status', 'lineitem name']] },
  reading: { formulaGuard: true, times: 'Local time of the shop with its offset.' },
  columns: {
    name: 'order_id',
    id: 'order_id',
    email: 'email_address',
    phone: 'phone_number',
    'financial status': 'order_status',
    'fulfillment status': 'order_status',
    'paid at': 'timestamp',
    'fulfilled at': 'timestamp',
    'created at': 'timestamp',
    'cancelled at': 'timestamp',
    'next payment due at': 'timestamp',
    'accepts marketing': 'consent_status',
    currency: 'currency_code',
    subtotal: 'purchase_amount',
    shipping: 'purchase_amount',
    taxes: 'purchase_amount',
    total: 'purchase_amount',
    'discount amount': 'price',
    'refunded amount': 'purchase_amount',
    'outstanding balance': 'purchase_amount',
    'lineitem quantity': 'quantity',
    'lineitem name': 'product_name',
    'lineitem price': 'price',
    'lineitem compare at price': 'price',
    'lineitem sku': 'product_id',
    'lineitem discount': 'price',
    'lineitem fulfillment status': 'order_status',
    vendor: 'business_name',
    'payment method': 'payment_method',
    'billing name': 'full_name',
    'billing street': 'street_address',
    'billing address1': 'street_address',
    'billing address2': 'address_line_2',
    'billing company': 'company_name',
    'billing city': 'city',
    'billing zip': 'postal_code',
    'billing province': 'state_region',
    'billing province name': 'state_region',
    'billing country': 'country',
    'billing phone': 'phone_number',
    'shipping name': 'full_name',
    'shipping street': 'street_address',
    'shipping address1': 'street_address',
    'shipping address2': 'address_line_2',
    'shipping company': 'company_name',
    'shipping city': 'city',
    'shipping zip': 'postal_code',
    'shipping province': 'state_region',
    'shipping province name': 'state_region',
    'shipping country': 'country',
    'shipping phone': 'phone_number',
    notes: 'free_text',
    'note attributes': 'free_text',
    'receipt number': 'order_id',
    employee: 'full_name',
    location: 'technical_attribute',
    'device id': 'technical_attribute',
    'payment reference': 'order_id',
    'payment id': 'order_id',
    'risk level': 'risk_score',
    source: 'contact_channel',
    'tax * value': 'purchase_amount',
  },
  informedHow:
    'Privacy notice and terms at the checkout (contract); the box for marketing at the checkout is the column ' +
    '“Accepts Marketing”.',
  notes: [
    'One line per article: the order’s own fields stand only in its first line; never sum “Total” over the lines.',
    'Note attributes may hold names, phone numbers and IP addresses.',
  ],
  source: 'Order exports seen; eight independent readers agree',
  example: {
    fileName: 'orders_export.csv',
    rows: 7,
    expect: {
      Name: 'order_id',
      Email: 'email_address',
      'Financial Status': 'order_status',
      'Accepts Marketing': 'consent_status',
      Total: 'purchase_amount',
      'Lineitem name': 'product_name',
      'Billing Name': 'full_name',
      'Shipping City': 'city',
      'Shipping Zip': 'postal_code',
      'Billing Phone': 'phone_number',
    },
    text: `Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,\
Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,\
Lineitem sku,Billing Name,Billing Street,Billing City,Billing Zip,Billing Country,Billing Phone,Shipping Name,\
Shipping Street,Shipping City,Shipping Zip,Shipping Country,Notes,Payment Method,Id,Vendor
#1001,mira.lindqvist@example.org,paid,2026-05-11 09:55:16 -0400,fulfilled,yes,USD,58.00,5.00,4.64,67.64,SPRING,0.00,\
Standard,2026-05-11 09:55:15 -0400,1,Linen shirt - M,38.00,LS-M,Mira Lindqvist,12 Harbour Street,Portland,'04101,US,\
+1 207 555 0143,Mira Lindqvist,12 Harbour Street,Portland,'04101,US,,shopify_payments,5511002201,Northwind Wear
#1001,mira.lindqvist@example.org,,,,,,,,,,,,,2026-05-11 09:55:15 -0400,2,Wool socks,10.00,WS-2,,,,,,,,,,,,,,,\
Northwind Wear
#1002,paul.okafor@example.net,paid,2026-05-12 18:20:41 -0400,fulfilled,no,USD,24.00,5.00,1.92,30.92,,0.00,Standard,\
2026-05-12 18:20:40 -0400,1,Canvas bag,24.00,CB-1,Paul Okafor,4 Elm Avenue,Boston,'02108,US,+1 617 555 0121,Paul \
Okafor,4 Elm Avenue,Boston,'02108,US,,paypal,5511002202,Northwind Wear
#1003,ines.moreau@example.org,refunded,2026-05-13 07:02:09 -0400,fulfilled,yes,USD,76.00,0.00,6.08,82.08,,0.00,\
Express,2026-05-13 07:02:08 -0400,2,Linen shirt - S,38.00,LS-S,Ines Moreau,88 Lake Road,Chicago,'60601,US,+1 312 555 \
0199,Ines Moreau,88 Lake Road,Chicago,'60601,US,Leave at the door,shopify_payments,5511002203,Northwind Wear
#1004,tomas.novak@example.com,paid,2026-05-13 21:44:57 -0400,unfulfilled,no,USD,10.00,5.00,0.80,15.80,,0.00,Standard,\
2026-05-13 21:44:55 -0400,1,Wool socks,10.00,WS-1,Tomas Novak,301 Pine Street,Seattle,'98101,US,+1 206 555 0177,Tomas \
Novak,301 Pine Street,Seattle,'98101,US,,shopify_payments,5511002204,Northwind Wear
#1005,laura.rossi@example.com,pending,,unfulfilled,yes,USD,48.00,5.00,3.84,56.84,,0.00,Standard,2026-05-14 12:11:30 \
-0400,2,Canvas bag,24.00,CB-1,Laura Rossi,7 Mission Street,San Francisco,'94105,US,+1 415 555 0108,Laura Rossi,7 \
Mission Street,San Francisco,'94105,US,,manual,5511002205,Northwind Wear
#1006,anna.berg@example.org,paid,2026-05-15 08:30:02 -0400,fulfilled,yes,USD,38.00,0.00,3.04,41.04,,0.00,Express,\
2026-05-15 08:30:00 -0400,1,Linen shirt - L,38.00,LS-L,Anna Berg,19 Ocean Drive,Miami,'33139,US,+1 305 555 0155,Anna \
Berg,19 Ocean Drive,Miami,'33139,US,,shopify_payments,5511002206,Northwind Wear
`,
  },
});
