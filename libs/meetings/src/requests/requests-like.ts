/** Ids of the requests whose topic or parties are like `:pattern`, accents and case aside: a subquery for whoever searches. */
export const requestsLike = `SELECT asked.id FROM meeting_request asked
  JOIN meeting_party sender ON sender.id = asked.from_party_id JOIN meeting_party receiver ON receiver.id = asked.to_party_id
  WHERE accent_blind(concat_ws(' ', asked.topic, sender.name, receiver.name)) LIKE accent_blind(:pattern)`;
