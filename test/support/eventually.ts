const between = 20;

/**
 * Waits until the question's answer fits, asking again and again; answers it. For what other processes or timers bring about: the deadline
 * (milliseconds) only ends a test that fails. The failure shows the last answer.
 */
export async function eventually<T>(
  question: () => Promise<T> | T,
  fits: (answer: T) => boolean,
  within = 15_000,
): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await question();
    if (fits(answer)) return answer;
    if (performance.now() > deadline)
      throw new Error(`Not within ${within} ms; at last: ${JSON.stringify(answer)?.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}
