/** Text as a hostile site sends it: markup, characters that turn or hide what follows, controls, and no end. */
import type { ViewAction } from './view-actions.ts';

export const markup = '<img src=x onerror="document.title=`owned`"><script>document.title="owned"</script>';
export const turned = 'a\u202Egnp.exe\u0000\u001b[31m';
/** As `turned` is to be read. */
export const turnedShown = 'a⟨U+202E⟩gnp.exe⟨U+0000⟩⟨U+001B⟩[31m';
export const endless = `endless-${'x'.repeat(1_000_000)}`;

/** One action with such a text wherever a site or a server may put one. */
export function hostileAction(at: number, text: string): ViewAction {
  return {
    name: text,
    at,
    page: `/${text}`,
    browser: { eventId: text, customData: { [text]: text, order_id: text } },
    server: { eventId: text, customData: { [text]: text, order_id: text } },
    pair: {
      verdict: 'double-counted',
      rule: 'P3',
      counted: 2,
      order: text,
      gapMs: 2000,
      why: `The ids are “${text}”.`,
    },
    differing: [{ field: text, group: 'content', browser: text, server: `${text}2`, state: 'differs' }],
    findings: [
      {
        code: 'id.mismatch',
        severity: 'error',
        title: `Ids “${text}”`,
        detail: `Sent: “${text}”.`,
        fix: `Send “${text}”.`,
      },
    ],
  };
}
