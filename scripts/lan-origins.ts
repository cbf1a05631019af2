import { networkInterfaces } from 'node:os';
import { StartError } from '@/lib/start-error';

/** Networks that exist on this machine only, or lead through it somewhere else: containers, virtual machines, tunnels. */
const VIRTUAL =
  /^(?:docker|veth|br-|virbr|vmnet|vboxnet|vEthernet|cni|flannel|cali|podman|lxc|lxd|utun|tun|tap|wg|tailscale|zt|ppp)/i;
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** Lower comes first: what people in the same room most probably reach. */
const rankOf = (name: string, address: string): number =>
  (VIRTUAL.test(name) ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1);

/**
 * The addresses under which others on this network reach this machine, the likeliest first. Throws StartError where there
 * is none.
 */
export function lanOrigins(port: number, interfaces = networkInterfaces()): [string, ...string[]] {
  const found = Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map((each) => ({ name, ...each })))
    // What nobody else can reach: the machine itself, and addresses that hold on one cable only.
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .sort((a, b) => rankOf(a.name, a.address) - rankOf(b.name, b.address))
    .map(({ address }) => `http://${address}:${port}`);
  const [first, ...rest] = found;
  if (first === undefined) {
    throw new StartError(
      'This machine has no address on a local network: connect it to one, or leave --lan out.',
    );
  }
  return [first, ...rest];
}
