import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from './test-messages';

const ROOT = join(import.meta.dirname, '../..');

const FILES = ['app', 'components'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

/** The arguments and tags that a Spanish message takes, whichever of its branches is said. */
const wantedBy = (message: string) => {
  const inBraces = [...message.matchAll(/\{\s*([a-z]\w*)\s*[,}]/gi)].map((match) => match[1] ?? '');
  const tags = [...message.matchAll(/<([a-z]\w*)>/gi)].map((match) => match[1] ?? '');
  // The branch of a plural that holds a single word looks like an argument.
  const isBranch = (name: string) =>
    new RegExp(String.raw`(?:=\d+|(?<!\p{L})(?:one|many|other))\s*\{${name}\}`, 'u').test(message);
  return [...new Set([...inBraces, ...tags])].filter((name) => !isBranch(name));
};

type Call = { where: string; key: string; given: string[] };

/** The namespace that a call such as `useTranslations('ping')` binds; null for every other expression. */
function namespaceOf(expression: ts.Expression | undefined): string | null {
  const call = expression && ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (call === undefined || !ts.isCallExpression(call)) return null;
  const isBinding = /^(?:use|get)Translations$/.test(call.expression.getText());
  const [name] = call.arguments;
  return isBinding && name !== undefined && ts.isStringLiteral(name) ? name.text : null;
}

/** The names of an object that is written out; null where something is spread into it, or it is made elsewhere. */
function namesIn(node: ts.Expression | undefined): string[] | null {
  if (node === undefined) return [];
  if (!ts.isObjectLiteralExpression(node)) return null;
  const names = node.properties.map((property) => property.name?.getText() ?? null);
  return names.includes(null) ? null : names.filter((name) => name !== null);
}

/** Every call for a message whose key and arguments are both written out. */
function callsOf(file: string): Call[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const bindings: { name: string; namespace: string; at: number }[] = [];
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      const namespace = namespaceOf(node.initializer);
      if (namespace !== null) bindings.push({ name: node.name.getText(), namespace, at: node.pos });
    }
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText().replace(/\.(?:rich|markup)$/, '');
      const binding = bindings.findLast(({ name }) => name === callee);
      const [key, values] = node.arguments;
      const given = namesIn(values);
      if (binding !== undefined && key !== undefined && ts.isStringLiteral(key) && given !== null) {
        calls.push({ where: file, key: `${binding.namespace}.${key.text}`, given });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

describe('the arguments of a message', () => {
  const calls = FILES.flatMap(callsOf);

  it('are all given wherever the message is asked for, so that no key stands on the screen instead', () => {
    expect(calls.filter(({ given }) => given.length > 0).length).toBeGreaterThan(100);
    const wrong = calls.flatMap(({ where, key, given }) => {
      const missing = wantedBy(MESSAGES.es.get(key) ?? '').filter((name) => !given.includes(name));
      return missing.length === 0 ? [] : [`${where}: ${key} without ${missing.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are none that the message does not take', () => {
    const wrong = calls.flatMap(({ where, key, given }) => {
      const wanted = wantedBy(MESSAGES.es.get(key) ?? '');
      const idle = given.filter((name) => !wanted.includes(name) && !/^[a-z]$/.test(name));
      return idle.length === 0 ? [] : [`${where}: ${key} with ${idle.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });
});
