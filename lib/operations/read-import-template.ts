import { allow } from '@/lib/domain/role';
import { templateHeader, type FileLanguage } from '@/lib/domain/service-file';
import type { Context } from './context';

/** The columns of a file of services, in the language of whoever fills it. */
export async function readImportTemplate(
  ctx: Context,
  { language }: { language: FileLanguage },
): Promise<string[]> {
  allow(ctx.actor, 'directory:import');
  return templateHeader(language);
}
