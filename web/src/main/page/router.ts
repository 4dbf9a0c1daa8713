/** A view of the page. The search stays in the address's query, whichever view is shown. */
export type Route =
  | { readonly view: 'search' | 'map' | 'events' | 'lists' | 'archives' | 'models' | 'jobs' | 'start' | 'missing' }
  | { readonly view: 'photo' | 'list'; readonly id: string };

const PLAIN = ['map', 'events', 'lists', 'archives', 'models', 'jobs', 'start'] as const;

export function parseRoute(path: string): Route {
  const [first, id, ...more] = path.split('/').filter(Boolean).map(decode);
  if (first === undefined) return { view: 'search' };
  if (more.length > 0) return { view: 'missing' };
  if (id !== undefined && first === 'photo') return { view: 'photo', id };
  if (id !== undefined && first === 'lists') return { view: 'list', id };
  const plain = PLAIN.find((view) => view === first);
  return plain && id === undefined ? { view: plain } : { view: 'missing' };
}

export function pathOf(route: Route): string {
  switch (route.view) {
    case 'search':
    case 'missing':
      return '/';
    case 'photo':
      return `/photo/${encodeURIComponent(route.id)}`;
    case 'list':
      return `/lists/${encodeURIComponent(route.id)}`;
    default:
      return `/${route.view}`;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
