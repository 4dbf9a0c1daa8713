export const photo = {};
