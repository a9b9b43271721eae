/** The last resort: a fault of ours broke the window. The core goes on; starting the view anew brings it back. */

export function showFault(error: unknown): void {
  console.error(error);
  const message = document.createElement('main');
  message.className = 'fault';
  const title = document.createElement('h1');
  title.textContent = 'The window ran into a fault of its own';
  const text = document.createElement('p');
  text.textContent = 'Recording goes on, and nothing that was recorded is lost. Load the window again to see it.';
  const button = document.createElement('button');
  button.className = 'button primary';
  button.textContent = 'Load again';
  button.addEventListener('click', () => location.reload());
  message.append(title, text, button);
  document.body.replaceChildren(message);
  button.focus();
}
