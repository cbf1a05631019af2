// Loaded into Next before anything else. A launcher that was killed cannot pass a signal on, but its end of
// this pipe closes; a server without a launcher would keep its port and block the next start.
const HARD_EXIT_AFTER_MS = 2000;

function follow() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), HARD_EXIT_AFTER_MS);
}

// Workers and forks load this as well, and only the process that holds the pipe may follow it.
if (process.env.PULSO_LAUNCHER_PID === String(process.ppid)) {
  process.stdin.once('end', follow);
  process.stdin.resume();
  process.stdin.unref();
}
