import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import './explorer.css';

const defaultQuery = `# Every type and field is described: open the documentation at the left.
{
  currentTime
}
`;

async function ask(request: unknown): Promise<never> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return (await response.json()) as never;
}

const place = document.getElementById('graphiql');
if (place) createRoot(place).render(<GraphiQL fetcher={ask} defaultQuery={defaultQuery} />);
