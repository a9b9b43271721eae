"""Sends one event to Graph as Python servers do: send.py CLIENT EVENT_ID. Proxy and trust come from the environment."""
import asyncio
import json
import sys
import time

client, event_id = sys.argv[1:]
address = 'https://graph.facebook.com/v25.0/1234567890/events'
event = {
    'event_name': 'Lead',
    'event_time': int(time.time()),
    'event_id': event_id,
    'action_source': 'system_generated',
    'user_data': {'external_id': '7'},
}
form = {'access_token': 'secretQ9', 'data': json.dumps([event])}

if client == 'requests':
    import requests

    print(requests.post(address, data=form, timeout=20).text)
elif client == 'pinned':
    # A session that pins a bundle of its own, as Meta's SDK makes it.
    import certifi
    import requests

    session = requests.Session()
    session.verify = certifi.where()
    print(session.request('POST', address, data=form, timeout=20).text)
elif client == 'httpx':
    import httpx

    print(httpx.post(address, data=form, timeout=20).text)
else:
    import aiohttp

    async def send():
        async with aiohttp.ClientSession(trust_env=True) as session:
            async with session.post(address, data=form) as answer:
                print(await answer.text())

    asyncio.run(send())
