const floor = [20, 19];

export function wrongNode(version) {
  const parts = version.split('.').map(Number);
  const enough = parts[0] > floor[0] || (parts[0] === floor[0] && parts[1] >= floor[1]);
  if (enough) return null;
  return `Tinkuy needs Node ${floor.join('.')} or newer and this is ${version}: install a newer one from https://nodejs.org and run the command again.`;
}
