/** Cases of events that come late, early or outside the window. */
import { browserEvent, hour, second, serverEvent, start } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

export const timeCases: Cases = {
  'time.late': {
    fires: [{ name: 'a slow queue', events: [b1, serverEvent({ id: 's1', seenAt: start + 90 * second })] }],
    silent: [
      healthy,
      {
        name: 'two actions under one id, each sent at once',
        events: [
          b1,
          s1,
          browserEvent({ id: 'b2', at: start + 600 * second }),
          serverEvent({ id: 's2', at: start + 601 * second }),
        ],
      },
      { name: 'the log does not tell when it was sent', events: [b1, serverEvent({ id: 's1', seenAt: null })] },
    ],
  },
  'time.outside-window': {
    fires: [{ name: 'two days and more', events: [b1, serverEvent({ id: 's1', seenAt: start + 50 * hour })] }],
    silent: [healthy],
  },
  'time.server-first': {
    fires: [
      {
        name: 'no ids, server first',
        events: [
          browserEvent({ id: 'b1', eventId: null }),
          serverEvent({ id: 's1', eventId: null, at: start - 5 * second }),
        ],
      },
      {
        name: 'no Pixel id, and of two server sends one first',
        events: [
          browserEvent({ id: 'b1', eventId: null }),
          serverEvent({ id: 's1', eventId: '371', at: start - 5 * second }),
          serverEvent({ id: 's2', eventId: 'job-2', at: start + second }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'a hook without id sends first, and the copy shares the id',
        events: [b1, s1, serverEvent({ id: 's2', eventId: null, at: start - 5 * second })],
      },
      {
        name: 'both server sends after the Pixel',
        events: [
          browserEvent({ id: 'b1', eventId: null }),
          serverEvent({ id: 's1', eventId: '371' }),
          serverEvent({ id: 's2', eventId: 'job-2', at: start + 4 * second }),
        ],
      },
      { name: 'a shared id makes order irrelevant', events: [b1, serverEvent({ id: 's1', at: start - 5 * second })] },
    ],
  },
};
