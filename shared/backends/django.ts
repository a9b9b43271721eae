/** Django, with Meta's SDK or requests. */
import type { Backend } from './backend.ts';
import { pythonProxyWay, pythonSdk } from './python-sdk.ts';
import { logWay } from './trust.ts';

export const django: Backend = {
  id: 'django',
  name: 'Django',
  summary:
    'Django brings no client of its own: what counts is the SDK or library that sends, most often from a worker.',
  ways: [
    {
      kind: 'endpoint',
      title: 'Send to the test endpoint',
      about: 'With Meta’s SDK: in the app that sends, so that workers have it too. DEBUG keeps it out of production.',
      snippets: [
        {
          place: 'in apps.py of that app',
          language: 'python',
          text: `from django.apps import AppConfig
from django.conf import settings


class TrackingConfig(AppConfig):
    name = 'tracking'

    def ready(self):
        if settings.DEBUG:
            from facebook_business.session import FacebookSession
            FacebookSession.GRAPH = '{endpoint}'`,
        },
      ],
      traps: ['Celery and RQ workers load the apps when they start: restart them.'],
    },
    pythonProxyWay,
    logWay('Log the body in the view or task that sends it, and follow the file.', '/var/log/shop/django.log', [
      {
        place: 'in settings.py',
        language: 'python',
        text: `LOGGING = {
    'version': 1,
    'disable_existing_loggers': False,
    'handlers': {'capi': {'class': 'logging.FileHandler', 'filename': '/var/log/shop/django.log'}},
    'loggers': {'capi': {'handlers': ['capi'], 'level': 'INFO'}},
}`,
      },
    ]),
  ],
  limits: pythonSdk.limits,
  tried: 'The proxy lines run in the tests with requests, httpx and aiohttp; Django itself was not run.',
};
