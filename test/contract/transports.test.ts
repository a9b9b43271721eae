/** One suite for every transport: whatever lies between core and guest, the contract is the same. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Client, createClient } from '../../shared/api/client.ts';
import { type CallInput, type CallName, calls, type Handlers, pushes } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { noLabel } from '../../shared/model/label.ts';
import { idleStatus } from '../../shared/model/session.ts';
import { type CannedCore, cannedCore, change, outputs } from '../support/canned-core.ts';
import { eventually } from '../support/eventually.ts';
import { type OpenTransport, transports } from '../support/transports.ts';

const inputs: { [N in CallName]: CallInput<N> } = {
  'app.describe': {},
  'session.snapshot': {},
  'session.page': { page: 'more' },
  'session.record': {
    url: 'https://shop.example/',
    browser: 'chromium',
    mode: 'hold',
    firstParty: ['pixel.shop.example'],
    serverLogs: ['/var/log/shop/*.log'],
  },
  'session.demo': {},
  'session.sample': {},
  'session.stop': {},
  'session.close': {},
  'session.set-mode': { mode: 'forward' },
  'endpoint.set-mode': { validation: 'lenient', forward: false },
  'sources.check': {},
  'app.clean-up': { sessions: false },
  'browser.lines': {},
  'session.trust-host': { host: 'shop.test' },
  'session.distrust-host': { host: 'shop.test' },
  'source.poll': { url: 'https://shop.example/log?since={since}', headers: [], instead: null },
  'lan.open': {},
  'lan.close': {},
  'source.preview': { path: '/var/log/shop/*.log' },
  'session.open': { path: '/recordings/shop.har' },
  'session.stop-reading': {},
  'session.import': { upload: 'u1', name: 'shop.har', base64: 'e30=', isLast: true },
  'session.open-apart': { path: '/sessions/last.twinlane' },
  'session.label': { path: null, label: noLabel },
  'session.delete': { path: '/sessions/last.twinlane' },
  'session.restore': { trashed: '/sessions/trash/1/last.twinlane' },
  'session.mark': { about: 'cause', key: 'id.mismatch', text: 'ticket 12' },
  'session.export': { format: 'json', reveal: false },
  'session.measures': {},
  'pair.get': { key: 'p-b1' },
  'event.get': { id: 'b1' },
  'event.lines': { id: 'b1' },
};
const names = Object.keys(calls) as CallName[];

describe.each(transports)('over a $name', ({ open }) => {
  let core: CannedCore;
  let transport: OpenTransport;
  let client: Client;

  async function connect(special: Partial<Handlers> = {}): Promise<void> {
    core = cannedCore(special);
    transport = await open(core);
    client = createClient(transport.channel);
    await client.call('session.stop', {});
    core.seen.length = 0;
  }

  async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
    const error = await promise.then(
      () => new Error('The call was answered.'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof Refusal)) throw error;
    return error;
  }

  afterEach(async () => {
    vi.restoreAllMocks();
    client.close();
    await transport.cut();
  });

  it.each(names)(
    '%s reaches its handler with its input and comes back with an output of the contract',
    async (name) => {
      await connect();
      const output = await client.call(name, inputs[name]);
      expect(core.seen).toEqual([{ name, input: inputs[name] }]);
      expect(output).toEqual(outputs[name]);
      expect(calls[name].output.parse(output)).toEqual(outputs[name]);
    },
  );

  it('answers calls that wait at the same time to the one who asked', async () => {
    const held: (() => void)[] = [];
    await connect({
      'session.open': () => new Promise((resolve) => held.push(() => resolve({}))),
      'session.export': async ({ format }) => ({ name: format, text: '' }),
    });
    const slow = client.call('session.open', inputs['session.open']);
    const quick = await Promise.all([
      client.call('session.export', { format: 'json', reveal: false }),
      client.call('session.export', { format: 'text', reveal: false }),
    ]);
    expect(quick.map((output) => output.name)).toEqual(['json', 'text']);
    held[0]?.();
    expect(await slow).toEqual({});
  });

  it.each([
    [
      'at once',
      () => {
        throw new Refusal('busy', 'A recording runs already; stop it first.');
      },
    ],
    [
      'after waiting',
      async () => {
        throw new Refusal('busy', 'A recording runs already; stop it first.');
      },
    ],
  ])('a handler that refuses %s is heard with its code and its words', async (_when, handler) => {
    await connect({ 'session.record': handler });
    const refusal = await refusalOf(client.call('session.record', inputs['session.record']));
    expect({ code: refusal.code, message: refusal.message }).toEqual({
      code: 'busy',
      message: 'A recording runs already; stop it first.',
    });
  });

  it('input that breaks the contract is refused in plain words and reaches no handler', async () => {
    await connect();
    const wrong = { mode: 'sometimes' } as unknown as CallInput<'session.set-mode'>;
    const refusal = await refusalOf(client.call('session.set-mode', wrong));
    expect(refusal.code).toBe('bad-input');
    expect(refusal.message).toContain('session.set-mode: mode: ');
    expect(refusal.message).not.toContain('sometimes');
    expect(core.seen).toEqual([]);
  });

  it.each(['session.explode', 'constructor', '__proto__', ''])(
    'a call named %j is refused as bad input',
    async (name) => {
      await connect();
      const refusal = await refusalOf(client.call(name as CallName, {}));
      expect(refusal.code).toBe('bad-input');
    },
  );

  it.each([
    [
      'at once',
      () => {
        throw new Error('SQLITE: near "4111 1111"');
      },
    ],
    ['after waiting', () => Promise.reject(new TypeError('token abc is not JSON'))],
  ])(
    'a fault of the core %s reaches the guest without its details, and the log without its message',
    async (_when, handler) => {
      const log: string[] = [];
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => log.push(String(text)) > 0);
      await connect({ 'session.sample': handler });
      const refusal = await refusalOf(client.call('session.sample', {}));
      expect(refusal.code).toBe('internal');
      expect(refusal.message).toMatch(/^Twinlane ran into a fault of its own\./);
      expect(log.join('')).toMatch(/session\.sample failed with (Type)?Error/);
      expect(log.join('')).not.toMatch(/4111|abc/);
    },
  );

  it('pushes arrive in the order in which they were sent, each as its own contract says', async () => {
    await connect();
    const got: unknown[] = [];
    client.onPush((name, data) => {
      pushes[name].parse(data);
      if (name === 'session.changed') got.push(data.seq);
      if (name === 'status.changed') got.push(data.capture.state);
    });
    for (let seq = 1; seq <= 200; seq += 1) core.push('session.changed', change(seq));
    core.push('status.changed', idleStatus);
    await eventually(() => got.length === 201, { withinMs: 5000 });
    expect(got).toEqual([...Array.from({ length: 200 }, (_, index) => index + 1), 'idle']);
  });

  it('a listener that unsubscribed hears nothing more', async () => {
    await connect();
    const [first, second]: [number[], number[]] = [[], []];
    const endFirst = client.onPush((name, data) => name === 'session.changed' && first.push(data.seq));
    client.onPush((name, data) => name === 'session.changed' && second.push(data.seq));
    core.push('session.changed', change(1));
    await eventually(() => second.length === 1, { withinMs: 5000 });
    endFirst();
    core.push('session.changed', change(2));
    await eventually(() => second.length === 2, { withinMs: 5000 });
    expect(first).toEqual([1]);
  });

  it('frames that neither side knows are passed over and the next call is answered', async () => {
    await connect();
    const odd = [
      null,
      7,
      'call',
      [],
      {},
      { frame: 'call' },
      { frame: 'call', id: -1, name: 'app.describe', input: {} },
    ];
    for (const frame of [...odd, { frame: 'reply', id: 1, output: {} }, { frame: 'hello' }]) transport.sendRaw(frame);
    expect(await client.call('app.describe', {})).toEqual(outputs['app.describe']);
    expect(core.seen.map((call) => call.name)).toEqual(['app.describe']);
  });

  it('when the core goes, waiting calls and later calls are refused as disconnected and the guest is told once', async () => {
    await connect({ 'session.open': () => new Promise(() => undefined) });
    const told = vi.fn();
    client.onClose(told);
    const waiting = refusalOf(client.call('session.open', inputs['session.open']));
    await eventually(() => core.seen.length === 1, { withinMs: 5000 });
    await transport.cut();
    expect((await waiting).code).toBe('disconnected');
    expect((await refusalOf(client.call('app.describe', {}))).code).toBe('disconnected');
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('when the guest goes, the core stops pushing to it', async () => {
    await connect();
    expect(core.listeners()).toBe(1);
    client.close();
    await eventually(() => core.listeners() === 0, { withinMs: 5000 });
  });
});
