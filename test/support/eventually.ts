/** Milliseconds between two questions: few at first, then a tenth of what was waited, so that asking keeps nobody else from working. */
const pauseAfter = (waited: number): number => Math.min(Math.max(20, waited / 10), 250);

/**
 * Waits until the question's answer fits, asking again and again; answers it. For what other processes or timers bring about: the deadline
 * (milliseconds) only ends a test that fails, and the failure shows the last answer. A question that throws is asked again as well.
 */
export async function eventually<T>(
  question: () => Promise<T> | T,
  fits: (answer: T) => boolean,
  within = 30_000,
): Promise<T> {
  const since = performance.now();
  for (;;) {
    const { answer, fault } = await asked(question);
    if (answer && fits(answer.value)) return answer.value;
    const waited = performance.now() - since;
    if (waited > within) {
      const last = fault?.message ?? JSON.stringify(answer?.value)?.slice(0, 2_000) ?? 'nothing';
      throw new Error(`Not within ${within} ms; at last: ${last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(waited)));
  }
}

async function asked<T>(question: () => Promise<T> | T): Promise<{ answer?: { value: T }; fault?: Error }> {
  try {
    return { answer: { value: await question() } };
  } catch (fault) {
    return { fault: fault as Error };
  }
}
