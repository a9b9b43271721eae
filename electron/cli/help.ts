/** What `twinlane --help` prints. */
export const help = `Twinlane shows each Meta Pixel call beside its Conversions API twin, and says why when they fail to pair.

  twinlane                                   open the app (browser mode where Electron is missing)
  twinlane analyze [--browser FILE]… [--server FILE|GLOB|-]… [--orders FILE|GLOB]… [SESSION.twinlane]
                                             read recordings, pair, diagnose, print
  twinlane analyze --preview --server FILE   what is recognised in the first lines of a server log
  twinlane analyze --sql QUERY               server events that DuckDB finds in Parquet, CSV, S3, SQLite or Postgres
  twinlane record [URL]                      record a visit; ends on Ctrl-C, --duration, or when the browser closes
  twinlane serve [--port PORT]               browser mode: the app on a loopback address with a token
  twinlane export SESSION.twinlane           the report of a stored session
  twinlane demo                              a demo shop with switchable faults, and a session that watches it
  twinlane cleanup [--sessions]              remove what Twinlane put on this machine; your sessions only if asked

Reports (analyze, export, and record when it ends)
  --format text|json|html|csv|junit|ndjson   default text; ndjson: the browser calls, one a line
  --out FILE                  write there instead of standard output
  --dataset ID                dataset of events whose source does not tell theirs
  --filter QUERY              only pairs that match: words, or event:Purchase paired:no issue:id missing:em gap>5s
                              -event:PageView a or b; see shared/filter/SPEC.md
  --since TIME --until TIME   only pairs that began in this span (ISO 8601)
  --fail-on LIST              exit 1 on: error, warning, or finding codes, separated by commas
  --identity FILE             the tester's own details, to explain hashes by: lines such as email: …, or JSON
  --reveal                    do not mask what identifies a visitor
  --quiet                     no progress and no summary on standard error

Orders (analyze): what the shop exports, as CSV, JSON or NDJSON, .gz too; Shopify's, WooCommerce's and Stripe's are known
  --orders-columns LIST       where the guess is wrong: number=Name,value=Total,currency=Currency,at=Created at
  --orders-zone ZONE          of times that tell none: Europe/Berlin, UTC, +02:00

Recording
  --browser chrome|edge|chromium|brave|firefox|none   --headless   --server FILE (followed)   --first-party HOST
  --hold (default: no call goes on to Meta) or --forward   --duration SECONDS   --save FILE
  --endpoint PORT and --proxy-port PORT (0: any)
  --endpoint-strict (default: the test endpoint refuses what Meta refuses) or --endpoint-lenient (takes it and says so)
  --endpoint-forward          what comes to the test endpoint goes on to Meta with the sender's token; needs --forward
  --endpoint-allow HOST       also take requests for this host name, or of this address or range; may be repeated
  --trust-host HOST           take the certificates of a development site unverified, in this session
  --upstream-proxy URL        the network's own proxy or PAC file (pac+http://…); default: HTTPS_PROXY and NO_PROXY;
                              user and password from TWINLANE_PROXY_AUTH
  --lan                       let phones of this network use the proxy for half an hour, by a QR code
  --script FILE               a Playwright script or test drives the browser (Chromium kinds); the recording ends after it
  --server "cmd: docker logs -f shop"   read what a command writes; it is ended with the recording
  --server "docker logs -f shop"        the same, where no file has that name
  --poll URL                  ask an address for new events, JSON or NDJSON; may hold {since} or {cursor}
  --poll-header "NAME: VALUE" sent with it; env:NAME in the value is taken from the environment

Exit status: 0 done · 1 a --fail-on condition holds · 2 unusable command line or input · 3 a failure of our own
`;
