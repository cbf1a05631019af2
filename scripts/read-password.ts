// This module sees a password in clear and hands it to its caller only.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/** The password from standard input, or from a prompt that shows nothing of what is typed. */
export async function readPassword(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) return readAll();
  process.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
