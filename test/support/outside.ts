/** A program that a machine may lack: what it is called, and where it is when it is there. */
export interface Outside {
  name: string;
  at: string | undefined;
}

export const redis: Outside = { name: 'redis-server', at: process.env.TEST_REDIS_URL };
export const chromium: Outside = { name: 'chromium', at: process.env.TEST_CHROMIUM };

export const dockerCompose: Outside = { name: 'docker-compose', at: process.env.TEST_DOCKER_COMPOSE };

/** A describe that is skipped by name where the program is lacking; with CI set, lacking it is a failure. */
export function describeWith(outside: Outside, name: string, body: () => void): void {
  if (outside.at) describe(name, body);
  else if (process.env.CI) it(`${name}: needs ${outside.name}`, () => Promise.reject(lacking(outside)));
  else describe.skip(`${name} [${outside.name} is lacking]`, body);
}

function lacking({ name }: Outside): Error {
  return new Error(`${name} is lacking, and CI runs every test: install it`);
}
