import Sequencer from '@jest/test-sequencer';

/**
 * What takes longest, in this order: begun last, one of these would keep a single worker busy long after the other is done. Whatever is not
 * listed comes after them, as jest orders it: what failed before, what took long, what is large.
 */
const first = [
  'test/check/check.spec',
  'test/screens/panel-of-event.spec',
  'delivery/crash.db-spec',
  'test/screens/panel.spec',
  'test/screens/screens.spec',
  'audit/audit-chain.db-spec',
  'test/journeys/ii-encuentro.spec',
  'queue/queue.db-spec',
  'test/screens/panel-encuentro.spec',
  'test/screens/panel-events.spec',
  'delivery/delivery.db-spec',
  'test/screens/',
  'test/launcher/start.spec',
  'test/faults/',
  'test/attacks/',
];

const place = ({ path }) => {
  const found = first.findIndex((part) => path.includes(part));
  return found < 0 ? first.length : found;
};

/** Jest keeps what it learnt of a file only where it ran before; this holds in a fresh checkout as well. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other));
  }
}
