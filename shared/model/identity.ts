/** Who the tester is, by their own word: known values that hashes are compared with. Memory only, never stored or shown. */

/** The fields of a person that Meta takes hashed, by its short keys. */
export const identityKeys = ['em', 'ph', 'fn', 'ln', 'db', 'ge', 'ct', 'st', 'zp', 'country', 'external_id'] as const;

export type IdentityKey = (typeof identityKeys)[number];

/** Values as a person writes them, by Meta's short keys; several where somebody has two addresses. */
export type Identity = Readonly<Partial<Record<IdentityKey, readonly string[]>>>;

export const noIdentity: Identity = Object.freeze({});

/** What sites, forms and Meta's own script call these fields besides the short key. */
const otherNames: Record<IdentityKey, readonly string[]> = {
  em: ['email', 'emailaddress', 'mail'],
  ph: ['phone', 'phonenumber', 'tel', 'telephone', 'mobile'],
  fn: ['firstname', 'givenname', 'forename'],
  ln: ['lastname', 'surname', 'familyname'],
  db: ['dob', 'dateofbirth', 'birthdate', 'birthday'],
  ge: ['gender', 'sex'],
  ct: ['city', 'town'],
  st: ['state', 'province', 'region'],
  zp: ['zip', 'zipcode', 'postcode', 'postalcode'],
  country: ['countrycode', 'cn'],
  external_id: ['externalid', 'customerid', 'userid'],
};

const keyByName = new Map<string, IdentityKey>(
  identityKeys.flatMap((key) => [key, key.replace('_', ''), ...otherNames[key]].map((name) => [name, key] as const)),
);

/** Meta's short key for a field's name, spelling and separators ignored (`E-Mail`, `first_name`); null for others. */
export function identityKeyOf(name: string): IdentityKey | null {
  return keyByName.get(name.toLowerCase().replace(/[^a-z]/g, '')) ?? null;
}
