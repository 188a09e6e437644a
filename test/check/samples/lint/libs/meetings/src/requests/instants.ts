export const instants = [new Date(), Date(), Date.now(), new Date(0)];
