/** The last resort: a fault of ours broke the window. The core goes on; starting the view anew brings it back. */
import { texts } from '../texts/texts.ts';

export function showFault(error: unknown): void {
  console.error(error);
  const message = document.createElement('main');
  message.className = 'fault';
  const title = document.createElement('h1');
  title.textContent = texts.ui.fault.title;
  const text = document.createElement('p');
  text.textContent = texts.ui.fault.text;
  const button = document.createElement('button');
  button.className = 'button primary';
  button.textContent = texts.ui.fault.reload;
  button.addEventListener('click', () => location.reload());
  message.append(title, text, button);
  document.body.replaceChildren(message);
  button.focus();
}
