/** What our server refused, or `status` 0 when it could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly requestId: string | null,
    message: string,
    /** After how many seconds the server wants to be asked again; null where it did not say. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}
