/** The page behind the QR code: what to set on the phone, and how to take it back. */

export type LanPageContent = { host: string; port: number; certificateUrl: string; until: Date };

export function lanPage({ host, port, certificateUrl, until }: LanPageContent): string {
  const end = `${String(until.getHours()).padStart(2, '0')}:${String(until.getMinutes()).padStart(2, '0')}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Record this device with Twinlane</title>
<style>
body { font: 17px/1.5 system-ui, sans-serif; max-width: 34em; margin: 0 auto; padding: 1em; color: #1c1c1e; background: #fff }
code { font-size: 1.05em; background: #f0f0f2; padding: .1em .3em; border-radius: 4px }
li { margin: .4em 0 }
</style>
</head>
<body>
<h1>Record this device with Twinlane</h1>
<p>This device may use the proxy until ${end}.</p>
<h2>Set it up</h2>
<ol>
<li>Wi-Fi settings of this network, <b>Proxy</b>, <b>Manual</b>: server <code>${host}</code>, port <code>${port}</code>. No user, no password.</li>
<li><a href="${certificateUrl}">Get the certificate</a>. It is good for Meta's hosts and those that the recording names, for no others.</li>
<li>iPhone, iPad: Settings, <b>Profile Downloaded</b>, install; then General, About, <b>Certificate Trust Settings</b>, switch Twinlane on.<br>
Android: Settings, search for <b>CA certificate</b>, install the file. Chrome takes it; other apps do not.</li>
<li>Open the shop in the browser.</li>
</ol>
<h2>Afterwards</h2>
<ol>
<li>Set the proxy back to <b>Off</b>: without it this device has no network once the recording ends.</li>
<li>Remove the certificate in the same place where you installed it.</li>
</ol>
</body>
</html>
`;
}
