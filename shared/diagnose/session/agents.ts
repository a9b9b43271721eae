/** User agents that several visitors have: there a noscript image, which tells no visitor, is nobody's for sure. */
import type { BrowserEvent } from '../../model/event.ts';
import type { Meeting } from './installs.ts';

export type Agents = {
  /** Returns the meetings that no longer stand, since the event shows a second visitor with its user agent. */
  note(event: BrowserEvent): Iterable<Meeting>;
  /** False where the two met by a user agent that several visitors have. */
  allow(meeting: Meeting): boolean;
};

/** `visitor`: the first that was seen. `meetings`: those that rest on there being no other. */
type Agent = { visitor: string | null; isShared: boolean; meetings: Meeting[] };

export function createAgents(): Agents {
  const agents = new Map<string, Agent>();

  function agentOf({ userAgent, source }: BrowserEvent): Agent {
    const name = `${source.input} ${userAgent}`;
    const agent = agents.get(name) ?? { visitor: null, isShared: false, meetings: [] };
    agents.set(name, agent);
    return agent;
  }

  return {
    note(event) {
      const visitor = visitorOf(event);
      if (visitor === null) return [];
      const agent = agentOf(event);
      agent.visitor ??= visitor;
      if (agent.visitor === visitor) return [];
      agent.isShared = true;
      return agent.meetings.splice(0);
    },
    allow(meeting) {
      const [image] = [meeting.first, meeting.second].filter(isImage);
      if (image === undefined || visitorOf(image) !== null) return true;
      const agent = agentOf(image);
      if (!agent.isShared) agent.meetings.push(meeting);
      return !agent.isShared;
    },
  };
}

/** The visitor's fbp, as it was sent or as the browser had it; null where it is not known. */
export function visitorOf({ fbp, other }: BrowserEvent): string | null {
  const cookie = other['_fbp cookie'];
  return fbp ?? (typeof cookie === 'string' && cookie !== '' ? cookie : null);
}

export function isImage({ transport }: BrowserEvent): boolean {
  return transport === 'noscript';
}
