/** Puts a text into a file of the user's: by the system's dialog on the desktop, as a download in a browser. */
import { desktop } from '../connect.ts';

/** False where the user thought better of it. */
export async function saveTextFile(file: { name: string; text: string }): Promise<boolean> {
  if (desktop !== null) return (await desktop.saveText(file)) !== null;
  const address = URL.createObjectURL(new Blob([file.text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return true;
}
