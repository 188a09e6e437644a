export { support } from '#support';
