import next from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

/** Folders of lib, and single modules of it, that a zone can forbid. */
const lib = (...names) => names.map((name) => `./lib/${name}`);

const SERVER_ROOMS = ['db', 'wisphub', 'operations', 'demo'];
const SERVER_MODULES = [
  ...[
    'admission.ts',
    'answer-auth.ts',
    'auth.ts',
    'compose.ts',
    'cursor.ts',
    'database-away-page.ts',
    'do-job.ts',
    'env.ts',
    'file-route.ts',
    'front-door.ts',
    'http.ts',
    'is-practice.ts',
    'job-boss.ts',
    'job-queue.ts',
    'job-worker.ts',
    'late-answer.ts',
    'listen-to-database.ts',
    'log.ts',
    'log-page-error.ts',
    'may-scrape.ts',
    'metrics.ts',
    'open-session.ts',
    'own-origin.ts',
    'page-account.ts',
    'page-actor.ts',
    'page-choices.ts',
    'page-session.ts',
  ],
  ...[
    'password.ts',
    'probe-upstream.ts',
    'read-json-body.ts',
    'read-metrics.ts',
    'readiness.ts',
    'request-log.ts',
    'request-origin.ts',
    'request-scope.ts',
    'runner.ts',
    'secret-box.ts',
    'settings-cache.ts',
    'setup.ts',
    'sign-in.ts',
    'sign-in-limits.ts',
    'sign-in-notes.ts',
    'sign-in-second-step.ts',
    'sign-in-sso.ts',
    'sso.ts',
    'sso-answer.ts',
    'stand-in-page.ts',
    'start-background.ts',
    'timed.ts',
    'title-for-who-may.ts',
  ],
];

/** Who may not import whom, and where to go instead. */
const zones = [
  {
    target: './lib/domain',
    from: [
      './app',
      './components',
      './scripts',
      ...lib(...SERVER_ROOMS, ...SERVER_MODULES, 'queries', 'i18n'),
    ],
    message: 'The domain imports zod and itself: hand the value in as a parameter.',
  },
  {
    target: './lib/db',
    from: ['./app', './components', ...lib('wisphub', 'operations', 'queries', 'demo', ...SERVER_MODULES)],
    message: 'A store knows rows and the domain: bring the parts together in an operation.',
  },
  {
    target: './lib/wisphub',
    from: ['./app', './components', ...lib('db', 'operations', 'queries', 'demo', ...SERVER_MODULES)],
    message: 'The gateway knows WispHub and the domain: bring the parts together in an operation.',
  },
  {
    target: './lib/operations',
    from: ['./app', './components', ...lib('queries', 'demo', ...SERVER_MODULES)],
    message: 'An operation takes what it needs from its context: add it there, and in lib/compose.',
  },
  {
    target: './lib/queries',
    from: ['./app', './components', ...lib(...SERVER_ROOMS, ...SERVER_MODULES)],
    message: 'The browser reaches the server over HTTP only: add a route and call it.',
  },
  {
    target: './components',
    from: ['./app', ...lib(...SERVER_ROOMS, ...SERVER_MODULES)],
    message: 'A component asks through lib/queries, or gets the value from its page.',
  },
  {
    target: './components/ui',
    from: ['./components'],
    except: ['./ui'],
    message: 'A primitive knows no domain words: pass them in.',
  },
  {
    target: './components/ui',
    from: ['./lib/domain'],
    message: 'A primitive knows no domain words: pass them in.',
  },
  {
    target: './app',
    from: lib('db', 'wisphub'),
    message: 'A page or a route asks an operation.',
  },
  {
    target: './app/api',
    from: ['./components', ...lib('queries')],
    message: 'A route declares who runs what: put the work into an operation.',
  },
];

const config = [
  {
    ignores: [
      '.next/**',
      '.data/**',
      '.demo/**',
      '.practice/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
    ],
  },
  ...next,
  ...typescript,
  {
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'import/no-restricted-paths': ['error', { zones }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of words.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the module itself.' },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['lib/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval'].map((name) => ({
          name,
          message: 'The domain is pure: hand it in as a parameter.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an input.' },
        { object: 'Math', property: 'random', message: 'Chance is an input.' },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'e2e/**', 'lib/db/schema.ts', 'components/ui/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['lib/db/test-*.ts', 'lib/i18n/messages.d.ts'],
    // Only an interface can be merged into the one that a library declares.
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
];

export default config;
