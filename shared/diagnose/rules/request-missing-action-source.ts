/** The server event does not say where the action happened. */
import { isGiven } from '../../meta/money.ts';
import type { ServerEvent } from '../../model/event.ts';
import { isJsonObject } from '../../model/json.ts';
import { type Rule, showsUserData } from '../rule.ts';

export const requestMissingActionSource: Rule = {
  code: 'request.missing-action-source',
  severity: 'error',
  title: 'The server event has no action_source',
  eventsManager: null,
  source: 'Meta: Server event parameters',
  confidence: 'high',
  check({ server }) {
    const event = server.find((each) => isWhole(each) && each.actionSource === null);
    if (event === undefined) return null;
    return {
      detail: `action_source is required and missing: Graph refuses the request, with every event in it.`,
      fix: `Set action_source on every event: 'website' for what visitors do on the site (setActionSource('website') in Meta's SDKs), 'physical_store', 'app', 'system_generated', … for the rest.`,
      events: [event],
      server: 'action_source is missing',
    };
  },
};

/** A log that leaves parts out may leave this out too; events about an earlier event carry none. */
function isWhole(event: ServerEvent): boolean {
  const { other } = event;
  return showsUserData(event) && !isGiven(other['action_source']) && !isJsonObject(other['original_event_data']);
}
