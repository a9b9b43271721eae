/** Who did it: contact as Meta normalizes and hashes it, cookies, address and browser of the visitor. */
import type { FixCode } from './stacks.ts';

export const contact: FixCode = {
  fbq: `// Plain values: Meta's script normalizes and hashes them.
fbq('init', 'DATASET_ID', { em: customer.email, ph: customer.phone, external_id: customer.id });`,
  gtm: `Server container: map user_data.email_address and user_data.phone_number; the Conversions API tag hashes them.`,
  node: `// Plain values: the SDK trims, lower-cases and hashes. Leave out what you do not have.
const userData = new UserData().setEmail(customer.email).setPhone('+49 30 123456').setExternalId(customer.id);`,
  php: `// Plain values: the SDK trims, lower-cases and hashes. Leave out what you do not have.
$userData = (new UserData())->setEmail($customer->email)->setPhone('+49 30 123456')->setExternalId($customer->id);`,
  python: `# Plain values: the SDK trims, lower-cases and hashes. Leave out what you do not have.
user_data = UserData(email=customer.email, phone="+49 30 123456", external_id=customer.id)`,
  woocommerce: `$user_data = array_filter( array(
  'em' => hash( 'sha256', strtolower( trim( $order->get_billing_email() ) ) ),
  // Digits with country code: +49 30 123456 becomes 4930123456
  'ph' => hash( 'sha256', preg_replace( '/\\D/', '', $phone_with_country_code ) ),
  'external_id' => (string) $order->get_customer_id(),
) );`,
};

export const browserKeys: FixCode = {
  fbq: `// Meta's script writes _fbp and _fbc itself. Keep fbclid in the address until it has run:
// no redirect that drops the query, no router that cleans it before the Pixel is there.`,
  gtm: `Server container: cookies _fbp and _fbc travel with first-party requests; do not strip them at the load balancer.`,
  node: `const userData = new UserData()
  .setFbp(req.cookies._fbp) // as it stands in the cookie
  .setFbc(req.cookies._fbc); // unchanged: case, dots and time belong to it`,
  php: `$userData->setFbp($_COOKIE['_fbp'] ?? null)->setFbc($_COOKIE['_fbc'] ?? null); // unchanged`,
  python: `user_data = UserData(fbp=request.COOKIES.get("_fbp"), fbc=request.COOKIES.get("_fbc"))  # unchanged`,
  woocommerce: `// At checkout, while the visitor's cookies are there; a webhook of the payment provider has none.
add_action( 'woocommerce_checkout_order_processed', function ( $id, $data, $order ) {
  foreach ( array( '_fbp', '_fbc' ) as $name ) {
    $order->update_meta_data( $name, sanitize_text_field( wp_unslash( $_COOKIE[ $name ] ?? '' ) ) );
  }
  $order->save();
}, 10, 3 );`,
};

export const client: FixCode = {
  node: `app.set('trust proxy', 1); // req.ip is then the visitor's, not the load balancer's
userData.setClientIpAddress(req.ip).setClientUserAgent(req.get('user-agent'));`,
  php: `// Behind a proxy that you trust: its header, else REMOTE_ADDR
$userData->setClientIpAddress($visitorIp)->setClientUserAgent($_SERVER['HTTP_USER_AGENT'] ?? null);`,
  python: `user_data = UserData(client_ip_address=visitor_ip, client_user_agent=request.headers["User-Agent"])`,
  woocommerce: `// WooCommerce keeps both with the order:
$user_data['client_ip_address'] = $order->get_customer_ip_address();
$user_data['client_user_agent'] = $order->get_customer_user_agent();`,
};
