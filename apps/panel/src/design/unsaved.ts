import { createContext, useContext, useEffect, type RefObject } from 'react';

/** Of the drawer or dialog around a form: whether something that was typed in it is not saved. */
export const UnsavedInside = createContext<RefObject<boolean> | null>(null);

/** Tells the drawer or dialog around, which asks before it closes. */
export function useUnsavedInside(isDirty: boolean): void {
  const around = useContext(UnsavedInside);
  useEffect(() => {
    if (!around) return;
    around.current = isDirty;
    return () => {
      around.current = false;
    };
  }, [around, isDirty]);
}
