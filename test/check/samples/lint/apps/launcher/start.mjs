export const started = [process.env.HOME, Date.now(), undeclared];
try {
  started.pop();
} catch {}
