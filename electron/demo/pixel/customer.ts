/** Prepares customer information in the page as Meta's script does: normalize, hash, and note its shape. */

/** Raw values by Meta's short keys, as the page gives them to `fbq('init')`. */
export type RawCustomer = Record<string, string>;

/** Shapes before and after normalization (`cud`, `ncud`), hashes of both normalizations (`ud`, `aud`). */
export type HashedCustomer = Record<'cud' | 'ncud' | 'ud' | 'aud', Record<string, string>>;

/** A closed function (see encode.ts). `sha256` answers with 64 lower-case hex digits. */
export function customerHasher(sha256: (text: string) => Promise<string>) {
  const trimmed = (value: string) => value.trim().toLowerCase();
  const letters = (value: string) => value.toLowerCase().replace(/[^\p{L}]/gu, '');
  const normalizers: Record<string, (value: string) => string> = {
    em: trimmed,
    ph: (value) => value.replace(/\D/g, '').replace(/^0+/, ''),
    fn: letters,
    ln: letters,
    ct: letters,
    country: trimmed,
    external_id: trimmed,
  };

  /** `Ann 7` becomes `^** #`: tells what was typed without telling it. */
  const shape = (value: string): string =>
    value
      .replace(/[^\x20-\x7e]/g, '~')
      .replace(/[A-Z]/g, '^')
      .replace(/[a-z]/g, '*')
      .replace(/\d/g, '#');

  /** Keys that Meta does not know and empty values are left out. */
  async function hash(raw: RawCustomer): Promise<HashedCustomer> {
    const hashed: HashedCustomer = { cud: {}, ncud: {}, ud: {}, aud: {} };
    for (const [key, value] of Object.entries(raw)) {
      const normal = normalizers[key]?.(value) ?? '';
      if (normal === '') continue;
      const digest = await sha256(normal);
      hashed.cud[key] = shape(value);
      hashed.ncud[key] = shape(normal);
      hashed.ud[key] = digest;
      hashed.aud[key] = digest;
    }
    return hashed;
  }

  return { hash };
}

export type CustomerHasher = ReturnType<typeof customerHasher>;
