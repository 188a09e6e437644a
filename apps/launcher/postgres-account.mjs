import { existsSync, readFileSync, statSync } from 'node:fs';

/** PostgreSQL refuses to run as root: then it runs as whoever owns its data already, or as `nobody`. */
export function databaseAccount(home) {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(home)) {
    const { uid, gid } = statSync(home);
    if (uid !== 0) return { uid, gid };
  }
  return nobody(existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '');
}

export function nobody(passwd) {
  const entry = passwd.split('\n').find((line) => line.startsWith('nobody:'));
  if (!entry) return { uid: 65534, gid: 65534 };
  const [, , uid, gid] = entry.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
