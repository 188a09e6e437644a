import type { Language } from '#kernel';
import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** An assistant and the person for whom they act. */
export interface ActingFor {
  readonly assistant: string;
  readonly person: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by whoever found out who comes; every page that answers the request then says so. */
    acting?: ActingFor;
  }
}

/** From the request to the frame, past every page between: no page can forget to say it. */
const Acting = createContext<ActingFor | undefined>(undefined);

/** The page, which then says who acts for whom. */
export function said(page: VNode, acting: ActingFor | undefined): VNode {
  return <Acting.Provider value={acting}>{page}</Acting.Provider>;
}

const words = {
  es: ({ assistant, person }: ActingFor) => `${assistant} actúa en nombre de ${person}`,
  en: ({ assistant, person }: ActingFor) => `${assistant} acts on behalf of ${person}`,
} as const;

export function ActingBanner({ language }: { language: Language }) {
  const acting = useContext(Acting);
  if (!acting) return null;
  return (
    <div class="demo" role="note">
      <div class="wrap">
        <b>{words[language](acting)}</b>
      </div>
    </div>
  );
}
