import type { Job } from './domain/job';
import type { System } from './operations/context';
import { applyRetention } from './operations/apply-retention';
import { carryOverImport } from './operations/carry-over-import';
import { carryOutSync } from './operations/load-directory';
import { forgetImports } from './operations/forget-imports';
import { runExport } from './operations/run-export';

/** Does one job to its end. A job that throws is tried again; after a crash a job may be begun a second time. */
export async function doJob(system: System, job: Job, askedAt: Date): Promise<void> {
  switch (job.name) {
    case 'sync_directory':
      return carryOutSync(system, askedAt, job.believesShort);
    case 'take_over_import':
      return carryOverImport(system, job.importId);
    case 'export_history':
      return runExport(system, job.exportId);
    case 'apply_retention':
      await forgetImports(system);
      return applyRetention(system);
  }
}
