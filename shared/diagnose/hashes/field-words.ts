/** What people call the customer fields. */
const words: Record<string, string> = {
  em: 'e-mail address',
  ph: 'phone number',
  fn: 'first name',
  ln: 'last name',
  db: 'date of birth',
  ge: 'gender',
  ct: 'city',
  st: 'state',
  zp: 'postal code',
  country: 'country',
  external_id: 'external id',
};

export function fieldWords(key: string): string {
  return words[key] ?? key;
}
