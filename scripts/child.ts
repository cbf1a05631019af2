import { spawn } from 'node:child_process';

export type Child = {
  /** Resolves to the exit code; 1 when a signal or a failed spawn ended it. */
  exited: Promise<number>;
  /** Asks it to end, and after the grace kills it with all that it started. */
  stop(graceMs: number): Promise<void>;
};

/**
 * Starts a Node program in a process group of its own, so that Ctrl-C in the terminal reaches it only through
 * its launcher. Its standard input is a pipe that nobody writes to: it ends when the launcher dies.
 */
export function startChild(
  args: string[],
  env: NodeJS.ProcessEnv,
  { folder = '.', isQuiet = false } = {},
): Child {
  const output = isQuiet ? 'ignore' : 'inherit';
  const options = { detached: true, env, cwd: folder } as const;
  const child = spawn(process.execPath, args, { ...options, stdio: ['pipe', output, output] });
  let running = true;
  const exited = new Promise<number>((resolve) => {
    const end = (code: number | null) => {
      running = false;
      resolve(code ?? 1);
    };
    child.once('error', () => end(1));
    child.once('exit', end);
  });
  const killGroup = () => {
    if (running && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  // The last resort when the launcher itself ends by an error.
  process.once('exit', killGroup);
  const stop = async (graceMs: number) => {
    if (running) child.kill('SIGTERM');
    const timer = setTimeout(killGroup, graceMs);
    await exited;
    clearTimeout(timer);
    process.off('exit', killGroup);
  };
  return { exited, stop };
}
