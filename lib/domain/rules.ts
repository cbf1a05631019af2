/** The rules that judge a ping. A ping keeps the version that judged it. */
export type Rules = {
  version: number;
  /** Least share of answered packets of a stable line. Source: the documented API's own interpretation. */
  stableFrom: number;
  /** Least number of packets for a solid badge. Source: the Wilson interval of small samples. */
  solidFrom: number;
  /** Totals that an unclear ping grows to, in order. */
  extendTo: readonly number[];
};

export const defaultRules: Rules = { version: 1, stableFrom: 0.8, solidFrom: 10, extendTo: [10, 20] };
