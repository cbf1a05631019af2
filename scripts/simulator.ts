import { z } from 'zod';
import { startSimulator } from '../lib/wisphub/simulator/start-simulator';

const { SIMULATOR_PORT, SIMULATOR_KEY, SIMULATOR_SPEED } = z
  .object({
    SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535),
    SIMULATOR_KEY: z.string().min(1),
    SIMULATOR_SPEED: z.coerce.number().positive().default(1),
  })
  .parse(process.env);

const simulator = await startSimulator({
  port: SIMULATOR_PORT,
  key: SIMULATOR_KEY,
  speed: SIMULATOR_SPEED,
});
console.log(`simulator ready ${simulator.url}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void simulator.close());
}
