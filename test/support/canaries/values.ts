/** Values that stand nowhere else in the world: secrets and personal values, by what a run does with them. */
import { createHash } from 'node:crypto';

const canary = (name: string) => `cAnArY${name}7q3Zx9`;
const token = (name: string) => `EAABcAnArY${name}7q3Zx9Kw5Rt8Uv2`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Must be in no file, no output and no export, whatever is asked for. */
export const secrets = {
  // A token in Meta's form, and others of no form: not only the form may give them away.
  tokenInQuery: token('Query'),
  tokenInJson: canary('JsonToken'),
  tokenInForm: `${canary('FormToken')}%2F+z`,
  tokenInMultipart: canary('MultipartToken'),
  tokenInBearer: canary('BearerToken'),
  tokenInBatch: canary('BatchToken'),
  tokenInGzip: token('Gzip'),
  tokenInUndeclaredGzip: token('HiddenGzip'),
  tokenInUtf16: token('Wide'),
  tokenInPixelUrl: token('PixelUrl'),
  tokenInPixelBody: canary('PixelBody'),
  tokenInReferer: canary('Referer'),
  proofInQuery: canary('ProofQuery'),
  proofInJson: canary('ProofJson'),
  authorization: canary('BasicAuth'),
  cookieOfMeta: canary('MetaCookie'),
  cookieOfSite: canary('SiteCookie'),
  loginPassword: `${canary('Login')}p@ss"w&rd`,
  passwordInAddress: canary('AddressPassword'),
  passwordInUrl: canary('UserInfo'),
  endpointToken: token('Endpoint'),
  endpointBearer: canary('EndpointBearer'),
  endpointProof: canary('EndpointProof'),
  logToken: token('Log'),
  logAuthorization: canary('LogAuth'),
  logStrayLine: canary('LogLogin'),
  commandArgument: canary('CmdArg'),
  commandUser: canary('CmdUser'),
  commandOutput: canary('CmdOut'),
  commandComplaint: canary('CmdErr'),
  environment: canary('Env'),
  pollHeader: canary('PollHeader'),
  pollQuery: canary('PollQuery'),
  pollAnswer: canary('PollAnswer'),
  upstreamPassword: canary('Upstream'),
  identityEmail: `${canary('Id')}@mail.example`.toLowerCase(),
  identityPhone: '+49 1511 7654329',
  identityName: canary('IdName'),
  orderEmail: `${canary('Order')}@mail.example`.toLowerCase(),
  orderName: canary('OrderName'),
  orderAddress: `${canary('Street')} 17`,
  pageConsole: canary('Console'),
} as const;

/** Hashes of what the identity file holds and no event carries: not even these are kept. */
export const secretHashes = {
  identityPhone: sha256('4915117654329'),
  identityName: sha256(secrets.identityName.toLowerCase()),
  orderEmail: sha256(secrets.orderEmail),
} as const;

/**
 * What the session keeps, and why; `hidden` is not in a report that reveals nothing, `readable` is not even in its
 * recording (NDJSON), which keeps hashes and cookies.
 */
export const evidence = {
  /** The site sent an address in plain to Meta: that it did is the finding (`privacy.plain-pii`, `key.unhashed`). */
  plainEmail: { value: 'canaryplain7q3zx9@mail.example', hidden: true, readable: true },
  /** Customer hashes are compared between both sides; they came from the site, and went to Meta. */
  customerHash: { value: sha256('canaryhashed7q3zx9@mail.example'), hidden: true, readable: false },
  /** The identity's own address, hashed by the site with a mistake: `hash-forensics` names the mistake from it. */
  misspeltHash: { value: sha256(secrets.identityEmail.toUpperCase()), hidden: true, readable: false },
  /** `_fbp` and `_fbc` are what the copies are joined by. */
  fbp: { value: 'fb.1.1795514400123.7714938201', hidden: true, readable: false },
} as const;
