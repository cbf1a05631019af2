/** How an instance calls itself at the database, so that every other one can see that it is there. */
export type InstanceName = { name: string; runner: boolean };

/** PostgreSQL cuts longer names. */
const MOST_BYTES = 63;

export function writeInstanceName({ name, runner }: InstanceName): string {
  const role = `pulso ${runner ? 'runner' : 'web'} `;
  // The end of a name, with its port, tells two instances of one machine apart.
  return role + name.replace(/[^\x21-\x7e]/g, '?').slice(role.length - MOST_BYTES);
}

/** Null for a program that is no instance of Pulso. */
export function readInstanceName(program: string): InstanceName | null {
  const [, role, name] = /^pulso (runner|web) (\S+)$/.exec(program) ?? [];
  return name === undefined ? null : { name, runner: role === 'runner' };
}
