import { declareEvent } from '#platform';

export const PrivacyRequestAnswered = declareEvent<{ requestId: string }>('PrivacyRequestAnswered');
