/** What Electron's main process offers, as far as Twinlane uses it: records what is called, does what a test says. */
import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';

/** Each name below exists on Electron's own type, or this file does not compile. */
type Named<T> = Partial<Record<keyof T, unknown>>;

export type Recorded = { what: string; args: unknown[] };

export type Answers = {
  isFirstInstance: boolean;
  openDialog: { canceled: boolean; filePaths: string[] };
  saveDialog: { canceled: boolean; filePath: string };
  /** Index of the button that the user presses in a message box. */
  messageBox: number;
};

type Handler = (event: unknown, input: unknown) => Promise<unknown>;

export class FakeContents extends EventEmitter {
  sent: Recorded[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  postMessage(...args: unknown[]): void {
    this.sent.push({ what: 'postMessage', args });
  }
  send(...args: unknown[]): void {
    this.sent.push({ what: 'send', args });
  }
}

/** A utilityProcess that a test ends as it likes. */
class FakeChild extends EventEmitter {
  readonly modulePath: string;
  messages: { message: { do: string; [key: string]: unknown }; ports: unknown[] }[] = [];
  isKilled = false;
  constructor(modulePath: string) {
    super();
    this.modulePath = modulePath;
  }
  postMessage(message: { do: string }, ports: unknown[]): void {
    this.messages.push({ message, ports });
  }
  kill(): boolean {
    this.isKilled = true;
    this.emit('exit', 143);
    return true;
  }
}

export function mainStandIn(special: Partial<Answers> = {}) {
  const answers: Answers = {
    isFirstInstance: true,
    openDialog: { canceled: true, filePaths: [] },
    saveDialog: { canceled: true, filePath: '' },
    messageBox: 0,
    ...special,
  };
  const calls: Recorded[] = [];
  const handlers = new Map<string, Handler>();
  const schemes = new Map<string, (request: Request) => Promise<Response>>();
  const windows: FakeWindow[] = [];
  const children: FakeChild[] = [];
  const note = (what: string, ...args: unknown[]) => {
    calls.push({ what, args });
  };

  class FakeWindow extends EventEmitter {
    readonly webContents = new FakeContents();
    readonly options: { webPreferences: Record<string, unknown> };
    constructor(options: { webPreferences: Record<string, unknown> }) {
      super();
      this.options = options;
      note('new BrowserWindow', options);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    static getAllWindows = () => [...windows];
    static getFocusedWindow = () => windows[0] ?? null;
    static fromWebContents = (contents: unknown) => windows.find((window) => window.webContents === contents) ?? null;
    loadURL = async (url: string) => note('window.loadURL', url);
    show = () => note('window.show');
    focus = () => note('window.focus');
    reload = () => note('window.reload');
    isMinimized = () => false;
    restore = () => note('window.restore');
  }

  const ready = Promise.withResolvers<void>();
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    requestSingleInstanceLock: () => {
      note('app.requestSingleInstanceLock');
      return answers.isFirstInstance;
    },
    getPath: (name: string) => `/electron/${name}`,
    setPath: (...args: string[]) => note('app.setPath', ...args),
    whenReady: () => ready.promise,
    enableSandbox: () => note('app.enableSandbox'),
    relaunch: () => note('app.relaunch'),
    /** As Electron does: asks `before-quit` first, and goes on only where nobody prevents it. */
    quit: () => {
      note('app.quit');
      let isPrevented = false;
      app.emit('before-quit', {
        preventDefault: () => {
          isPrevented = true;
        },
      });
      if (!isPrevented) note('app quits');
    },
  } satisfies Named<Electron.App>);

  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: unknown) => note('session.setPermissionRequestHandler', handler),
    setPermissionCheckHandler: (handler: unknown) => note('session.setPermissionCheckHandler', handler),
    setDevicePermissionHandler: (handler: unknown) => note('session.setDevicePermissionHandler', handler),
  } satisfies Named<Electron.Session>);

  const modules = {
    app,
    BrowserWindow: FakeWindow,
    dialog: {
      showOpenDialog: async (...args: unknown[]) => {
        note('dialog.showOpenDialog', ...args);
        return answers.openDialog;
      },
      showSaveDialog: async (...args: unknown[]) => {
        note('dialog.showSaveDialog', ...args);
        return answers.saveDialog;
      },
      showMessageBox: async (...args: unknown[]) => {
        note('dialog.showMessageBox', ...args);
        return { response: answers.messageBox, checkboxChecked: false };
      },
    } satisfies Named<Electron.Dialog>,
    ipcMain: {
      handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
    } satisfies Named<Electron.IpcMain>,
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => note('Menu.setApplicationMenu', menu),
    } satisfies Named<typeof Electron.Menu>,
    MessageChannelMain: MessageChannel,
    nativeTheme: { shouldUseDarkColors: false } satisfies Named<Electron.NativeTheme>,
    protocol: {
      registerSchemesAsPrivileged: (list: unknown) => note('protocol.registerSchemesAsPrivileged', list),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
        note('protocol.handle', scheme);
        schemes.set(scheme, handler);
      },
    } satisfies Named<Electron.Protocol>,
    session: { defaultSession } satisfies Named<typeof Electron.Session>,
    shell: {
      showItemInFolder: (path: string) => note('shell.showItemInFolder', path),
      openExternal: async (url: string) => note('shell.openExternal', url),
    } satisfies Named<Electron.Shell>,
    utilityProcess: {
      fork: (modulePath: string, ...args: unknown[]) => {
        note('utilityProcess.fork', modulePath, ...args);
        const child = new FakeChild(modulePath);
        children.push(child);
        return child;
      },
    } satisfies Named<typeof Electron.UtilityProcess>,
  } satisfies Named<typeof Electron.CrossProcessExports>;

  return {
    modules,
    calls,
    /** Names of what was called, in order. */
    order: () => calls.map((call) => call.what),
    /** Arguments of the last call of that name. */
    last: (what: string) => calls.findLast((call) => call.what === what)?.args ?? [],
    windows,
    children,
    becomeReady: () => ready.resolve(),
    serve: (request: Request) => schemes.get('twinlane')?.(request),
    /** Calls an ipcMain handler as the given frame would. */
    invoke: (channel: string, input: unknown, frame: unknown, sender: unknown = windows[0]?.webContents) =>
      handlers.get(channel)?.({ sender, senderFrame: frame }, input),
  };
}
