import type { Reason } from '@/lib/domain/ping';
import type { StepName } from '@/lib/wisphub/simulator/behaviour';
import type { SimulatedService } from '@/lib/wisphub/simulator/simulated-service';
import type { StaffKey } from './staff';

/** One contact in the invented past: somebody asked for a ping of this service. */
export type Call = {
  at: Date;
  service: SimulatedService;
  by: StaffKey;
  reason: Reason | null;
  packets: number;
  /** What the line does at this moment; without it, what it always does. */
  step?: StepName;
  /** The caller noticed afterwards that it was somebody else's line. */
  wrongCustomer?: true;
};
