/** Keeps the two first-party cookies of the Pixel: `_fbp` names the browser, `_fbc` the click on an ad. */

export type CookieState = {
  /** `document.cookie` or a Cookie header. */
  cookies: string;
  url: string;
  nowMs: number;
  /** 0 up to but not including 1. */
  random: () => number;
};

/** A closed function (see encode.ts). The rules are those of Meta's page "fbp and fbc parameters". */
export function pixelCookies() {
  const valid = /^fb\.\d\.\d+\.[^.]+(\.[\w-]+)?$/;
  const clickIdLimit = 500;

  function stored(cookies: string, name: string): string | null {
    const found = cookies.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
    const value = found?.slice(name.length + 1) ?? '';
    return valid.test(value) ? value : null;
  }

  function clickCookie({ cookies, url, nowMs }: CookieState): string | null {
    const kept = stored(cookies, '_fbc');
    const clickId = new URL(url).searchParams.get('fbclid')?.replaceAll('.', '__DOT__') ?? '';
    if (clickId === '' || clickId.length > clickIdLimit) return kept;
    return kept?.split('.')[3] === clickId ? kept : `fb.1.${nowMs}.${clickId}`;
  }

  function browserCookie({ cookies, nowMs, random }: CookieState): string {
    const part = () => String(100_000_000 + Math.floor(random() * 899_999_999));
    return stored(cookies, '_fbp') ?? `fb.1.${nowMs}.${part()}${part()}`;
  }

  /** What the cookies are from now on; `fbc` is null where no ad was clicked. */
  const read = (state: CookieState) => ({ fbp: browserCookie(state), fbc: clickCookie(state) });

  /** As written to `document.cookie` or a Set-Cookie header: 90 days, renewed on every page. */
  const write = (name: '_fbp' | '_fbc', value: string) => `${name}=${value}; Max-Age=7776000; Path=/; SameSite=Lax`;

  return { read, write };
}

export type PixelCookies = ReturnType<typeof pixelCookies>;
