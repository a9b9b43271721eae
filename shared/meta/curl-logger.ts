/** The curl commands that the `CurlLogger` of Meta's PHP SDK writes: not quite what a shell would take. */

/** An odd run of backslashes before anything but a quote or the end of a line: nobody escaped this text. */
const single = /(?<!\\)\\(?:\\\\)*(?![\\'\r\n])/;

/**
 * The text as it was before the logger put a backslash before each quote and each backslash of the values (addcslashes
 * in `src/FacebookAds/Logger/CurlLogger.php`), which a shell's single quotes do not undo. Other texts come back as they
 * are.
 */
export function withoutLoggerEscapes(text: string): string {
  const mayBe = text.includes('curl ') && text.includes("'data=") && text.includes('\\\\');
  if (!mayBe || single.test(text)) return text;
  return text.replace(/\\([\\'])/g, '$1');
}
