/** What happened, in ids only: whoever hears of it reads the present state from the database. */
export type Facts = Readonly<Record<string, string>>;

/** The name and shape of a fact that is announced through the outbox. */
export interface DomainEvent<F extends Facts = Facts> {
  readonly name: string;
  /** Never set; carries the shape to the compiler. */
  readonly facts?: F;
}

const declared = new Map<string, DomainEvent>();

/** Declares a fact once: `const MeetingRequestAccepted = declareEvent<{ requestId: string }>('MeetingRequestAccepted')`. */
export function declareEvent<F extends Facts>(name: string): DomainEvent<F> {
  if (declared.has(name)) throw new Error(`The event ${name} is declared twice`);
  const event: DomainEvent<F> = { name };
  declared.set(name, event);
  return event;
}
