/** Our environment with some variables replaced; each also wins over a secret file of the same name, in .env too. */
export function overrideEnvironment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const files = Object.keys(variables).map((name) => [`${name}_FILE`, '']);
  return { ...process.env, ...Object.fromEntries(files), ...variables };
}
