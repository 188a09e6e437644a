export const solver = 1;
