console.log(`type Meeting {
  id: ID!
  table: Int
}

type Query {
  meeting: Meeting
}`);
