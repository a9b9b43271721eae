/** What both ends of a transport agree on before the first call: path, greeting, close codes, limits. */
import { isJsonObject, parseJson } from '../model/json.ts';

/** Path of the WebSocket in browser mode, on the same host and port as the page. */
export const SOCKET_PATH = '/guest';

/** `data` of the window message in which the desktop hands the page its MessagePort (`event.ports[0]`). */
export const PORT_MESSAGE = 'twinlane:port';

/** The code with which the host ends a WebSocket whose greeting is wrong or late. */
export const CLOSE_UNWELCOME = 4401;

/** Largest frame that the host takes from a guest. */
export const MAX_FRAME_BYTES = 16 * 1024 * 1024;

/** Bytes of a file in one `session.import` call: their base64 stays well below the largest frame. */
export const UPLOAD_CHUNK_BYTES = 4 * 1024 * 1024;

/** The first text that a guest sends over a WebSocket; nothing is answered before it. */
export function greeting(token: string): string {
  return JSON.stringify({ hello: token });
}

/** The token in a greeting; null where the text is not one. */
export function tokenOfGreeting(text: string): string | null {
  const value = parseJson(text);
  return isJsonObject(value) && typeof value.hello === 'string' ? value.hello : null;
}
