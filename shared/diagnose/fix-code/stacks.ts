/** The places in which people send events to Meta: whose code a fix is shown in. */

export const stacks = ['fbq', 'gtm', 'node', 'php', 'python', 'woocommerce'] as const;
export type Stack = (typeof stacks)[number];

export const stackWords: Record<Stack, string> = {
  fbq: 'Pixel (fbq)',
  gtm: 'Tag Manager',
  node: 'Node.js SDK',
  php: 'PHP SDK',
  python: 'Python SDK',
  woocommerce: 'WooCommerce',
};

/** What to write in each of them; a stack in which there is nothing to write is left out. */
export type FixCode = Partial<Record<Stack, string>>;
