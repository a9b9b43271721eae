/** Finds and ends every process that works in a given profile folder, whoever started it. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Running = { pid: number; command: string };

/** The processes whose command line names the folder. */
export async function processesUsing(folder: string): Promise<number[]> {
  const running = await listProcesses();
  return running.filter(({ pid, command }) => pid !== process.pid && command.includes(folder)).map(({ pid }) => pid);
}

/** Ends them at once, their children too; resolves when none is left or after five seconds. */
export async function endProcessesUsing(folder: string): Promise<void> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const pids = await processesUsing(folder);
    if (pids.length === 0 || Date.now() > deadline) return;
    await Promise.all(pids.map(endProcess));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function endProcess(pid: number): Promise<void> {
  try {
    if (process.platform === 'win32') await run('taskkill', ['/PID', String(pid), '/T', '/F']);
    else process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
    return;
  }
}

function listProcesses(): Promise<Running[]> {
  if (process.platform === 'linux') return listLinux();
  return process.platform === 'win32' ? listWindows() : listWithPs();
}

/** Not by `ps`, which bare Linux machines lack. */
async function listLinux(): Promise<Running[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = pids.map(async (pid) => ({ pid: Number(pid), command: await commandLine(pid) }));
  return Promise.all(read);
}

async function commandLine(pid: string): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

async function listWithPs(): Promise<Running[]> {
  const { stdout } = await run('ps', ['-axww', '-o', 'pid=,command='], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.split('\n').map(parseLine);
}

async function listWindows(): Promise<Running[]> {
  const query = 'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }';
  const { stdout } = await run('powershell', ['-NoProfile', '-Command', query], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.split(/\r?\n/).map(parseLine);
}

function parseLine(line: string): Running {
  const [, pid = '0', command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
  return { pid: Number(pid), command };
}
