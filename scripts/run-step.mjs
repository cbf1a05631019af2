import { spawn } from 'node:child_process';

const KILL_AFTER_MS = 8000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function exitCodeOf(signal) {
  return { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal];
}

/**
 * Runs one command to its end and resolves to `{ code, output }`; `output` is empty unless `quiet` kept it. A
 * signal to us ends the command with all that it started, and then us. The command has a process group of its
 * own, because Ctrl-C in a terminal would otherwise reach only half of what npm and Next start.
 */
export function runStep(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { detached: true, env, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
    let asked = null;
    const signalGroup = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // The group is gone already.
      }
    };
    const onSignal = (signal) => {
      if (asked !== null) return;
      asked = signal;
      signalGroup('SIGTERM');
      setTimeout(() => signalGroup('SIGKILL'), KILL_AFTER_MS).unref();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
    const end = (code) => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      if (asked !== null) process.exit(exitCodeOf(asked));
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Runs the program that a package of node_modules installs. */
export function runBin(name, args, options) {
  return runStep(process.execPath, [`node_modules/.bin/${name}`, ...args], options);
}
