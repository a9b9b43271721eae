#!/usr/bin/env node
/** The command line: finds the command, runs it, and turns every failure into one line and an exit status. */
import { Refusal } from '../../shared/api/errors.ts';
import { divertLibraryOutput } from '../core/library-output.ts';
import { logInternal } from '../core/serve/log-internal.ts';
import { checkNode } from './check-node.ts';
import { exitStatus } from './exit-status.ts';
import { help } from './help.ts';
import { parseCommandLine } from './parse.ts';
import { placeOf } from './usage.ts';

async function main(argv: string[]): Promise<number> {
  checkNode();
  const command = parseCommandLine(argv);
  switch (command.name) {
    case 'help':
      process.stdout.write(help);
      return exitStatus.done;
    case 'version':
      process.stdout.write(`${(await import('./version.ts')).version}\n`);
      return exitStatus.done;
    case 'analyze':
      return (await import('./analyze.ts')).analyze(command.options);
    case 'export':
      return (await import('./export.ts')).exportCommand(command.options);
    case 'record':
      return (await import('./record.ts')).recordCommand(command.options);
    case 'demo':
      return (await import('./demo.ts')).demoCommand(command.options);
    case 'serve':
      return (await import('./serve.ts')).serveCommand(command.options);
    case 'cleanup':
      return (await import('./cleanup.ts')).cleanupCommand(command.options);
    case 'start':
      return (await import('./start.ts')).startCommand();
  }
}

function failed(error: unknown): number {
  if (error instanceof Refusal) {
    process.stderr.write([`twinlane: ${error.message.split('\n')[0]}`, ...placeOf(error), ''].join('\n'));
    return exitStatus.unusable;
  }
  logInternal(error, 'running a command');
  process.stderr.write('twinlane: an unexpected failure of our own; the lines above are for a bug report.\n');
  return exitStatus.unexpected;
}

divertLibraryOutput();
process.on('uncaughtException', (error) => process.exit(failed(error)));

/** A reader that closes its end (`twinlane … | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitStatus.done : exitStatus.unexpected);
});

process.exitCode = await main(process.argv.slice(2)).catch(failed);
