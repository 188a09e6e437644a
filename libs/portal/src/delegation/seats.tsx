import type { Language } from '#kernel';
import { holdsSeat, type RegistrationState } from '#registrations';
import { delegationWords } from './delegation-words.js';

/** More seats than this are drawn as one bar instead of one square each. */
const mostSquares = 40;

export const seatStyle = `
.seats{display:flex;flex-wrap:wrap;gap:4px;margin:.5rem 0}
.seats i{width:1.5rem;height:1.5rem;border:1.5px solid var(--granite);border-radius:2px;background:#fff}
.seats .firm{background:var(--teal);border-color:var(--teal)}
.seats .held{border-color:var(--teal);background:repeating-linear-gradient(45deg,var(--teal) 0 3px,#fff 3px 6px)}
.bar{height:1rem;border:1.5px solid var(--granite);border-radius:2px;background:#fff;margin:.5rem 0;overflow:hidden}.bar b{display:block;height:100%;background:var(--teal)}
`.replace(/\n/g, '');

interface SeatsProps {
  readonly quota: number;
  readonly taken: number;
  readonly states: readonly RegistrationState[];
  readonly language: Language;
}

/** The quota as seats: full for who is confirmed, hatched for who still holds one, empty for the free ones. Words say the same. */
export function Seats({ quota, taken, states, language }: SeatsProps) {
  const label = delegationWords[language].seatsOf(taken, quota);
  if (quota > mostSquares) {
    return (
      <div class="bar" role="img" aria-label={label}>
        <b style={`width:${Math.round((taken / quota) * 100)}%`} />
      </div>
    );
  }
  const firm = states.filter((state) => state === 'confirmed').length;
  const held = states.filter((state) => holdsSeat(state)).length - firm;
  const kinds = Array.from({ length: quota }, (_, seat) =>
    seat < firm ? 'firm' : seat < firm + held ? 'held' : 'free',
  );
  return (
    <div class="seats" role="img" aria-label={label}>
      {kinds.map((kind) => (
        <i class={kind} />
      ))}
    </div>
  );
}
