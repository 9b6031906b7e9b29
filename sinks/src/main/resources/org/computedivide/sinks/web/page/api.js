// The JSON interface, and the events that say when to read it again.

export class Unavailable extends Error {}

export async function read(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value !== null));
  const answer = await fetch(`api/v1/${path}${query.size ? `?${query}` : ''}`).catch(() => {
    throw new Unavailable('The monitor does not answer. This page tries again by itself.');
  });
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw new Unavailable(body.error ?? `The monitor answered ${answer.status}.`);
}

/** Calls back with {table: [keys]} when tables change, with null when all must be read again; tells the state. */
export function follow(changed, state) {
  const events = new EventSource('api/v1/events');
  // Whatever changed before the stream stood was told to nobody: read all again.
  events.addEventListener('hello', () => {
    state('live');
    changed(null);
  });
  events.addEventListener('change', event => changed(JSON.parse(event.data)));
  events.addEventListener('error', () => {
    state('lost');
    // A browser gives up for good after some answers; begin anew then.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => follow(changed, state), 5000);
  });
}
