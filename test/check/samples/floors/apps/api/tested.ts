export { support } from '#support';
export { Person } from '../../libs/people/src/person.entity.js';
export { PeopleModule } from '../../libs/people/src/index.js';
