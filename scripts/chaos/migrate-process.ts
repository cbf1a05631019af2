// A process of its own that migrates what it is told to: one address a line comes in, one outcome a line goes out.
import { createInterface } from 'node:readline';
import { migrate } from '@/lib/db/migrate';

for await (const url of createInterface({ input: process.stdin })) {
  const outcome = await migrate(url).then(
    () => 'done',
    (error: unknown) =>
      error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : 'failed',
  );
  console.log(outcome);
}
