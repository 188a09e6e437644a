import { declareEvent } from '#platform';

export const AssistantGranted = declareEvent<{ grantId: string }>('AssistantGranted');
