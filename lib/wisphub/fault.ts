/** Every way in which a call upstream can go wrong. */
export type FaultKind =
  | 'network'
  | 'timeout'
  | 'html'
  | 'bad_json'
  | 'bad_shape'
  | 'auth'
  | 'not_found'
  | 'rejected'
  | 'rate_limited'
  | 'server'
  | 'breaker_open'
  | 'too_large';

export type Fault = {
  kind: FaultKind;
  /** False only when the request certainly never left this machine. */
  sent: boolean;
  /** False when no answer came, so that nobody knows what the upstream did. */
  answered: boolean;
  /** How long the upstream asks us to wait, when it does. */
  retryAfterMs: number | null;
};

/** `json` is what came, unparsed by any schema; `text` is the same as it came. Neither holds the key. */
export type UpstreamAnswer = { ok: true; json: unknown; text: string } | { ok: false; fault: Fault };
