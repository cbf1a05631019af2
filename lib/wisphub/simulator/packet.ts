/** What became of one packet, before it is put into RouterOS's words. */
export type Packet =
  | { kind: 'reply'; host: string; rttUs: number }
  | { kind: 'timeout'; host: string }
  | { kind: 'icmp_error'; host: string; status: string; rttUs: number }
  | { kind: 'router_error'; text: string };

/** How long WispHub is busy with it: the router is asked once per packet, and a lost one is waited for. */
export function costMsOf(packet: Packet): number {
  if (packet.kind === 'timeout') return 1_000;
  return packet.kind === 'router_error' ? 300 : 800;
}
