import { readFileSync, writeFileSync } from 'node:fs';

/** Megabytes of memory that a process holds now, and the most since its peak was forgotten. */
export type Resident = { nowMb: number; peakMb: number };

/** Null where the system does not tell, which only Linux does. */
export function residentOf(pid: number | null): Resident | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
    return { nowMb: mb('VmRSS'), peakMb: mb('VmHWM') };
  } catch {
    return null;
  }
}

/** From here on the peak counts anew. */
export function forgetPeak(pid: number | null): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then there is no peak to read either.
  }
}
