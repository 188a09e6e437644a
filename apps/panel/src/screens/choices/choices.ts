import { ask } from '../../app/api.js';
import { graphql } from '../../app/graphql.js';
import type { Choice } from '../../design/index.js';

const institutionChoices = graphql(`
  query FindInstitutions($search: String) {
    institutions(search: $search, first: 20) {
      edges {
        node {
          id
          name
          shortName
        }
      }
    }
  }
`);

const personChoices = graphql(`
  query FindPersons($search: String) {
    persons(search: $search, first: 20) {
      edges {
        node {
          id
          fullName
          email
        }
      }
    }
  }
`);

type Find = (search: string, signal: AbortSignal) => Promise<readonly Choice[]>;

/** Institutions for a field that is searched as one types. */
export const findInstitutions: Find = async (search, signal) => {
  const { institutions } = await ask(institutionChoices, { search: search || null }, { signal });
  return institutions.edges.map(({ node }) => ({ value: node.id, label: node.name, detail: node.shortName ?? '' }));
};

/** Persons for a field that is searched as one types; the address tells two of the same name apart. */
export const findPersons: Find = async (search, signal) => {
  const { persons } = await ask(personChoices, { search: search || null }, { signal });
  return persons.edges.map(({ node }) => ({ value: node.id, label: node.fullName, detail: node.email ?? '' }));
};
