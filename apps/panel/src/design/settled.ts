import { useEffect, useState } from 'react';

/** Waits until nobody has typed for a moment. */
export function useSettled(value: string, milliseconds = 180): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
