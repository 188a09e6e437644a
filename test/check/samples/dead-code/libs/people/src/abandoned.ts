export const abandoned = true;
