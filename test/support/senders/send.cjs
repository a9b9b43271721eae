// Sends one event to Graph as Node servers do: send.cjs CLIENT EVENT_ID. `-r FILE` runs lines of a page before.
const [client, eventId] = process.argv.slice(2);
const graph = process.env.GRAPH_URL ?? 'https://graph.facebook.com';
const now = Math.floor(Date.now() / 1000);

async function withSdk() {
  const sdk = require('facebook-nodejs-business-sdk');
  const userData = new sdk.UserData().setExternalId('7');
  const event = new sdk.ServerEvent()
    .setEventName('Lead')
    .setEventTime(now)
    .setEventId(eventId)
    .setActionSource('system_generated')
    .setUserData(userData);
  const answer = await new sdk.EventRequest('secretQ9', '1234567890', [event]).execute();
  console.log(JSON.stringify({ events_received: answer.events_received }));
}

async function withFetch() {
  const event = {
    event_name: 'Lead',
    event_time: now,
    event_id: eventId,
    action_source: 'system_generated',
    user_data: { external_id: '7' },
  };
  const answer = await fetch(`${graph}/v25.0/1234567890/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ access_token: 'secretQ9', data: [event] }),
  });
  console.log(await answer.text());
}

(client === 'sdk' ? withSdk() : withFetch()).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
