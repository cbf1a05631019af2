// This module turns the upstream key into an authorization header and hands it to the client; it goes nowhere else.
import type { Gateway } from './gateway';
import { createUpstream, type UpstreamOptions } from './http';
import { netGateway } from './net';
import { v1Gateway } from './v1';

type GatewayOptions = Pick<UpstreamOptions, 'origin' | 'timeoutMs' | 'onCall'> & {
  dialect: 'net' | 'v1';
  token: string;
};

export function createGateway({ dialect, token, ...options }: GatewayOptions): Gateway {
  const authorization = dialect === 'net' ? `Api-Key ${token}` : `Bearer ${token}`;
  const upstream = createUpstream({ ...options, authorization });
  return dialect === 'net' ? netGateway(upstream) : v1Gateway(upstream);
}
