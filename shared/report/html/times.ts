/** Times on the page: UTC, so that the same report is the same page everywhere. */

/** `2026-11-24 10:02:41 UTC`, from ISO 8601 UTC. */
export function readableTime(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}

/** `10:02:41.458`, with the day before it where a recording has several. */
export function timeInDay(iso: string, hasDays: boolean): string {
  const [day = '', time = ''] = iso.replace('Z', '').split('T');
  return hasDays ? `${day} ${time}` : time;
}
