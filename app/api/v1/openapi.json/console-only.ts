type Left = { reason: string; routes: readonly string[] };

/**
 * Routes that the document leaves out, each with the reason. A new route stands here or among the operations, or a test
 * fails.
 */
export const CONSOLE_ONLY: readonly Left[] = [
  {
    reason: 'It is the document itself: its shape is that of OpenAPI 3.1.',
    routes: ['GET /api/v1/openapi.json/'],
  },
];
