import type { ExplanationKey } from '@/lib/domain/explanation';

// As a record, so that a new explanation does not compile until it stands here.
export const EXPLANATIONS: Record<ExplanationKey, true> = {
  stable_clean: true,
  stable_few: true,
  stable_unsure: true,
  stable_loss: true,
  stable_account: true,
  link_only: true,
  other_responder: true,
  shared_ip: true,
  intermittent: true,
  path_alive: true,
  path_error: true,
  silent: true,
  silent_account: true,
  never_answers: true,
  stable_no_details: true,
  intermittent_no_details: true,
  silent_no_details: true,
};
