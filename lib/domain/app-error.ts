/** Every way in which a caller can ask for what they cannot have, with its HTTP status and the action it answers. */
export const APP_ERRORS = {
  invalid_request: { status: 400, action: 'invalid_request' },
  import_spreadsheet: { status: 400, action: 'import_refused' },
  import_empty: { status: 400, action: 'import_refused' },
  import_without_ids: { status: 400, action: 'import_refused' },
  import_broken: { status: 400, action: 'import_refused' },
  weak_password: { status: 400, action: 'weak_password' },
  wrong_password: { status: 400, action: 'wrong_password' },
  wrong_code: { status: 400, action: 'wrong_code' },
  wrong_proof: { status: 400, action: 'wrong_proof' },
  second_step_needed: { status: 401, action: 'unauthorized' },
  second_step_wrong: { status: 401, action: 'unauthorized' },
  second_step_unreadable: { status: 401, action: 'unauthorized' },
  unauthorized: { status: 401, action: 'unauthorized' },
  forbidden: { status: 403, action: 'forbidden' },
  second_step_required: { status: 403, action: 'forbidden' },
  password_off: { status: 403, action: 'forbidden' },
  foreign_origin: { status: 403, action: 'forbidden' },
  unknown_path: { status: 404, action: 'unknown_path' },
  task_unknown: { status: 404, action: 'task_unknown' },
  service_not_found: { status: 404, action: 'service_not_found' },
  token_unknown: { status: 404, action: 'token_unknown' },
  note_unknown: { status: 404, action: 'note_unknown' },
  service_unknown: { status: 404, action: 'ping_failed' },
  import_unknown: { status: 404, action: 'import_unknown' },
  export_unknown: { status: 404, action: 'export_unknown' },
  user_unknown: { status: 404, action: 'user_unknown' },
  session_unknown: { status: 404, action: 'session_unknown' },
  link_invalid: { status: 404, action: 'link_invalid' },
  setup_closed: { status: 404, action: 'setup_closed' },
  method_not_allowed: { status: 405, action: 'method_not_allowed' },
  service_without_ip: { status: 409, action: 'ping_failed' },
  conflict: { status: 409, action: 'conflict' },
  email_taken: { status: 409, action: 'email_taken' },
  last_admin: { status: 409, action: 'last_admin' },
  user_disabled: { status: 409, action: 'user_disabled' },
  import_has_errors: { status: 409, action: 'import_has_errors' },
  directory_busy: { status: 409, action: 'directory_busy' },
  directory_unavailable: { status: 409, action: 'directory_unavailable' },
  body_too_large: { status: 413, action: 'body_too_large' },
  unsupported_media_type: { status: 415, action: 'unsupported_media_type' },
  idempotency_conflict: { status: 422, action: 'idempotency_conflict' },
  rate_limited: { status: 429, action: 'rate_limited' },
  internal: { status: 500, action: 'internal_error' },
  upstream_network: { status: 502, action: 'ping_failed' },
  upstream_timeout: { status: 502, action: 'ping_failed' },
  upstream_html: { status: 502, action: 'ping_failed' },
  upstream_bad_json: { status: 502, action: 'ping_failed' },
  upstream_bad_shape: { status: 502, action: 'ping_failed' },
  upstream_auth: { status: 502, action: 'ping_failed' },
  upstream_rejected: { status: 502, action: 'ping_failed' },
  upstream_rate_limited: { status: 502, action: 'ping_failed' },
  upstream_server: { status: 502, action: 'ping_failed' },
  upstream_too_large: { status: 502, action: 'ping_failed' },
  upstream_ping_failed: { status: 502, action: 'ping_failed' },
  upstream_unavailable: { status: 503, action: 'ping_failed' },
  restarting: { status: 503, action: 'ping_failed' },
  queue_full: { status: 503, action: 'ping_failed' },
  sso_unreachable: { status: 503, action: 'unavailable' },
  sign_in_busy: { status: 503, action: 'unavailable' },
  search_timeout: { status: 503, action: 'unavailable' },
  database_unavailable: { status: 503, action: 'unavailable' },
  shutting_down: { status: 503, action: 'unavailable' },
} as const satisfies Record<string, { status: number; action: string }>;

export type AppErrorCode = keyof typeof APP_ERRORS;

export type AppErrorDetails = {
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
  /** Further headers of the answer, in lower case. */
  headers?: Record<string, string>;
};

/** For callers who asked for what they cannot have. The message is theirs to read and says what to do. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string,
    readonly details: AppErrorDetails = {},
  ) {
    super(message);
  }
}
