export { Person as Hidden } from '#people';
