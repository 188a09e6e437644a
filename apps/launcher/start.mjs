// Parsed by whatever Node is installed: nothing newer than `import()` may stand in this file or in node-version.mjs.
import { wrongNode } from './node-version.mjs';

const complaint = wrongNode(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
} else {
  import('./launch.mjs').then((launcher) => launcher.launch());
}
