export { Clock, ManualClock, ShiftedClock, SystemClock } from './clock.js';
export { isEmail, tidyEmail } from './email.js';
export { isId, newId } from './id.js';
export { fill, languages, type Language, type Words } from './language.js';
export { Lifecycle, type Moves } from './lifecycle.js';
export { declareRefusals, isRefusal, Refusal, refusalCodes, wordsOf, type RefusalDetails } from './refusal.js';
export { roman } from './roman.js';
export { contains, overlaps, slotsOf, type TimeSlot } from './time-slot.js';
export { dayName, dayOf, instantOf, isZone, localTimeOf, nextDay, startOfDay, timeOf, zoneName } from './zone.js';
