/** How each customer field is to be written before it is hashed, in one sentence with its name in code. */
const advice: Record<string, string> = {
  em: 'Trim the e-mail address, make it lower case, then SHA-256: setEmail in Meta’s SDKs does all three; user_data.em takes the hash.',
  ph: 'Keep the digits only, with country code and without +, leading zeros and trunk zero (4917…, 1650…), then SHA-256: user_data.ph.',
  fn: 'Make the first name lower case without spaces and punctuation, keep its letters (é, ü, 정) in UTF-8, then SHA-256: user_data.fn.',
  ln: 'Make the last name lower case without spaces and punctuation, keep its letters (é, ü, 정) in UTF-8, then SHA-256: user_data.ln.',
  db: 'Write the date of birth as YYYYMMDD, then SHA-256: user_data.db.',
  ge: 'Send f or m, then SHA-256: user_data.ge.',
  ct: 'Make the city lower case without spaces, digits and punctuation, then SHA-256: user_data.ct.',
  st: 'Send the two-letter code in lower case (ca, ny), elsewhere the name without spaces, then SHA-256: user_data.st.',
  zp: 'Make the postal code lower case text without spaces and dash, leading zeros kept, US five digits, then SHA-256: user_data.zp.',
  country: 'Send the two-letter ISO code in lower case (de, us), then SHA-256: user_data.country.',
  external_id: 'Send the same id on both sides, written the same way; leave the field out where there is none.',
};

export function normalizationAdvice(key: string): string {
  return advice[key] ?? `Normalize ${key} as Meta documents it, then SHA-256 once, as 64 hex digits.`;
}
