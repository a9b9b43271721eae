/** Meta's Java SDK (facebook-java-business-sdk), and Java's own clients. */
import type { Backend } from './backend.ts';
import { holdTrap, logWay } from './trust.ts';

export const javaSdk: Backend = {
  id: 'java-sdk',
  name: 'Meta’s Java SDK',
  summary:
    'The SDK sends with HttpsURLConnection and takes HTTPS addresses only, so it goes through the proxy, by settings of the JVM.',
  ways: [
    {
      kind: 'proxy',
      title: 'Through the proxy, with no change to the code',
      about:
        'Java has a trust store of its own: make a copy that also holds Twinlane’s certificate, and start the JVM with it.',
      snippets: [
        {
          place: 'in a shell: a trust store with Twinlane’s certificate in it',
          language: 'sh',
          text: `JAVA_HOME="\${JAVA_HOME:-$(java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.home = //p')}"
cp -L "$JAVA_HOME/lib/security/cacerts" "$HOME/twinlane-truststore"
chmod u+w "$HOME/twinlane-truststore"
"$JAVA_HOME/bin/keytool" -importcert -noprompt -alias twinlane -file "{certificate}" \\
  -keystore "$HOME/twinlane-truststore" -storepass changeit`,
        },
        {
          place: 'in the shell that starts your server',
          language: 'sh',
          text: `export JAVA_TOOL_OPTIONS="-Dhttps.proxyHost={proxyHost} -Dhttps.proxyPort={proxyPort} -Djavax.net.ssl.trustStore=$HOME/twinlane-truststore -Djavax.net.ssl.trustStorePassword=changeit"`,
        },
      ],
      traps: [
        'Java ignores HTTPS_PROXY and SSL_CERT_FILE.',
        'Every JVM started from that shell says “Picked up JAVA_TOOL_OPTIONS”: without that line the settings did not arrive (systemd units and application servers have their own).',
        '“PKIX path building failed” means that the trust store is another one.',
        'java.net.http.HttpClient and HttpsURLConnection follow these settings; OkHttp does too; Apache HttpClient only with useSystemProperties().',
        holdTrap,
      ],
    },
    logWay(
      'With debug on, the SDK prints the parts of each request to the context’s logger.',
      '/var/log/shop/server.log',
      [
        {
          place: 'where the context is made; log the body yourself, in one line',
          language: 'java',
          text: `logger.info(new Gson().toJson(Map.of("pixel_id", pixelId, "data", events)));`,
        },
      ],
    ),
  ],
  limits: ['The address in APIContext cannot be the test endpoint: the SDK refuses anything but HTTPS.'],
  tried:
    'Both shell parts run in the tests with Debian’s Java: HttpsURLConnection, as the SDK uses it, and java.net.http. The SDK itself cannot be had on the machine of the tests; what it honours comes from reading its source.',
};
