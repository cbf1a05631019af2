import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engines } from '@/package.json';
import { ENV_NAMES, SECRET_NAMES } from '@/lib/env';
import { KEEP_ALIVE_MS } from './next-variables';

// What is in deploy/ and cannot be tried where no container engine is, held against what the product really reads.

const yaml: { load(text: string): unknown } = createRequire(import.meta.url)('js-yaml');
const read = (name: string) => readFileSync(name, 'utf8');

const FILES = SECRET_NAMES.map((name) => `${name}_FILE`);
/** The server drains within ten seconds. */
const LEAST_GRACE_SECONDS = 12;
/** A browser's question may stay open for less than this. */
const LEAST_READ_SECONDS = 60;

describe('the example of an environment', () => {
  const example = read('.env.example');
  const given = [...example.matchAll(/^#?([A-Z][A-Z0-9_]+)=(.*)$/gm)];

  it('names every variable that the server reads, and no other', () => {
    expect(given.map(([, name]) => name).sort()).toEqual([...ENV_NAMES].sort());
  });

  it('holds no secret, and says that each may come from a file', () => {
    for (const [line, name = '', value] of given)
      if (SECRET_NAMES.some((secret) => secret === name))
        expect(line.startsWith('#') || value === '', name).toBe(true);
    for (const name of FILES) expect(example).toContain(name);
  });

  it('agrees with the table of the README', () => {
    const readme = read('README.md');
    const untold = [...ENV_NAMES, ...FILES].filter((name) => !readme.includes(`\`${name}\``));
    expect(untold).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const stages = read('deploy/Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1) ?? '';

  it('builds in one stage and runs in another, on a Node that the product supports and that is maintained', () => {
    expect(stages).toHaveLength(2);
    const [, least = ''] = />=(\d+)/.exec(engines.node) ?? [];
    for (const stage of stages) {
      const [, major = ''] = /^node:(\d+)-/.exec(stage) ?? [];
      expect(Number(major)).toBeGreaterThanOrEqual(Number(least));
      // Odd ones are never supported for long.
      expect(Number(major) % 2).toBe(0);
    }
  });

  it('runs as a user without rights, on files of root, with a check of its health', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).not.toMatch(/--chown/);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toContain('/api/health/live');
    expect(last).toMatch(/^CMD \["node", "bin\/serve\.mjs"\]$/m);
  });

  it('sets no secret and no variable that the server does not read', () => {
    const set = [...last.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
      [...line.matchAll(/(\w+)=/g)].map(([, name]) => name ?? ''),
    );
    expect(set.filter((name) => ![...ENV_NAMES, 'NODE_ENV'].includes(name))).toEqual([]);
    expect(set.filter((name) => SECRET_NAMES.some((secret) => secret === name))).toEqual([]);
  });

  it('leaves secrets, data and what is built on this machine out', () => {
    const ignored = read('deploy/Dockerfile.dockerignore').split('\n');
    for (const name of ['.env', '.env.*', '.git', '.data', '.demo', '.next', 'node_modules', 'deploy'])
      expect(ignored).toContain(name);
  });
});

describe('compose.yaml', () => {
  const serviceSchema = z.looseObject({
    image: z.string(),
    hostname: z.string().optional(),
    environment: z.record(z.string(), z.string()).default({}),
    read_only: z.boolean().optional(),
    cap_drop: z.array(z.string()).optional(),
    security_opt: z.array(z.string()).optional(),
    stop_grace_period: z.string().optional(),
    healthcheck: z.unknown().optional(),
    ports: z.array(z.string()).optional(),
  });
  const text = read('deploy/compose.yaml');
  const { services } = z
    .looseObject({ services: z.record(z.string(), serviceSchema) })
    .parse(yaml.load(text));
  const instances = Object.entries(services).filter(([, { image }]) => image === 'pulso:local');

  it('runs two instances without rights on files that they cannot write, with time to drain', () => {
    expect(instances).toHaveLength(2);
    for (const [name, instance] of instances) {
      expect(instance).toMatchObject({
        hostname: name,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(Number.parseInt(instance.stop_grace_period ?? '')).toBeGreaterThanOrEqual(LEAST_GRACE_SECONDS);
      expect(Object.keys(instance.environment).filter((one) => !ENV_NAMES.includes(one))).toEqual([]);
      expect(instance.environment.TRUSTED_PROXY_HOPS).toBe('1');
    }
  });

  it('shows nothing but the proxy to the outside, and the proxy knows both instances', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
    const [, targets = ''] = /reverse_proxy (.*) \{/.exec(read('deploy/proxy/Caddyfile')) ?? [];
    expect(targets.split(' ')).toEqual(instances.map(([name]) => `${name}:3000`));
  });

  it('has a check of the database, fixed versions, and no secret', () => {
    expect(services.postgres?.healthcheck).toBeDefined();
    for (const { image } of Object.values(services)) expect(image).toMatch(/:(?!latest)[\w.-]+$/);
    for (const [, value] of text.matchAll(/(?:PASSWORD|TOKEN|SECRET): (.*)/g)) expect(value).toMatch(/^\$\{/);
  });
});

describe('the examples of proxies', () => {
  const nginx = read('deploy/proxy/nginx.conf');
  const caddy = read('deploy/proxy/Caddyfile');

  it('wait for questions that stay open, and pass on at once what is answered', () => {
    const limits = [
      ...nginx.matchAll(/proxy_(?:read|send)_timeout (\d+)s/g),
      ...caddy.matchAll(/(?:read|response_header)_timeout (\d+)s/g),
    ].map(([, seconds]) => Number(seconds));
    expect(limits).toHaveLength(4);
    for (const seconds of limits) expect(seconds).toBeGreaterThanOrEqual(LEAST_READ_SECONDS);
    expect(nginx).toContain('proxy_buffering off;');
    expect(caddy).toContain('flush_interval -1');
  });

  it('hang up before Pulso does, tell the address of the client, and keep the metrics inside', () => {
    expect(read('scripts/serve.ts')).toContain('KEEP_ALIVE_TIMEOUT: String(KEEP_ALIVE_MS)');
    const proxies = [/keepalive_timeout (\d+)s/.exec(nginx)?.[1], /keepalive (\d+)s/.exec(caddy)?.[1]];
    for (const seconds of proxies) expect(Number(seconds) * 1000).toBeLessThan(KEEP_ALIVE_MS);
    expect(nginx).toContain('proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;');
    for (const text of [nginx, caddy]) {
      expect(text).toContain('/api/metrics');
      expect(text).toContain('TRUSTED_PROXY_HOPS=1');
      expect(text).toMatch(/\b105(?:m|MB)\b/);
    }
  });
});

describe('the units of systemd', () => {
  const unit = read('deploy/systemd/pulso@.service');

  it('give an instance no rights, and time to drain', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'ProtectHome=yes',
      'PrivateTmp=yes',
      'CapabilityBoundingSet=',
      'User=pulso',
      'Restart=always',
    ])
      expect(unit.split('\n')).toContain(line);
    const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(LEAST_GRACE_SECONDS);
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute=yes/m);
  });

  it('start what the folder holds', () => {
    const assembled = read('scripts/assemble.mjs');
    for (const name of ['pulso@.service', 'pulso-backup.service']) {
      const [, command = ''] =
        /^ExecStart=\/usr\/bin\/node \/opt\/pulso\/bin\/(\w+)\.mjs$/m.exec(read(`deploy/systemd/${name}`)) ??
        [];
      expect(assembled).toContain(`'${command}'`);
    }
  });
});

it('a secret may come from a file, under a name that the server reads', () => {
  expect(FILES).toContain('WISPHUB_TOKEN_FILE');
  for (const name of SECRET_NAMES) expect(ENV_NAMES).toContain(name);
});
