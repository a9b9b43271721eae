/** What the shop needs of an HTTP request and gives as a response, free of sockets. */

export type ShopRequest = {
  method: string;
  /** Absolute: what the visitor sees in the address bar. */
  url: URL;
  cookies: string;
  userAgent: string;
  /** Where the page was called from; empty where unknown. */
  referer: string;
  /** The page's own script asks: answer with JSON in place of a redirect. */
  wantsJson: boolean;
  contentType: string;
  body: string;
};

export type ShopResponse = { status: number; headers: Record<string, string | string[]>; body: string };

export const htmlResponse = (body: string, headers: Record<string, string> = {}, status = 200): ShopResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body,
});

export const jsonResponse = (value: unknown): ShopResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

export const redirect = (location: string): ShopResponse => ({ status: 303, headers: { location }, body: '' });

export const textResponse = (status: number, type: string, body: string): ShopResponse => ({
  status,
  headers: { 'content-type': type, 'cache-control': 'no-cache' },
  body,
});
