/** Base64 of bytes that are given as hex digits, as a content security policy wants its hashes. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Three bytes, six hex digits, are four letters; a rest is filled with `=`. */
export function base64OfHex(hex: string): string {
  const groups = hex.match(/.{1,6}/g) ?? [];
  return groups
    .map((group) => {
      const bits = Number.parseInt(group.padEnd(6, '0'), 16);
      const four = [18, 12, 6, 0].map((shift) => letters.charAt((bits >> shift) & 63)).join('');
      return four.slice(0, group.length / 2 + 1).padEnd(4, '=');
    })
    .join('');
}
