import { APP_ERRORS, AppError, type AppErrorCode } from './app-error';
import type { Failure } from './failure';

const isAppErrorCode = (code: string): code is AppErrorCode => Object.hasOwn(APP_ERRORS, code);

/** The error for a caller whose ping failed while it was being launched. */
export function failureError(why: Failure): AppError {
  if (why.code === 'queue_deadline')
    return new AppError('queue_full', why.message, { retryAfterSeconds: 30 });
  if (isAppErrorCode(why.code)) return new AppError(why.code, why.message);
  return new AppError('upstream_ping_failed', why.message);
}
