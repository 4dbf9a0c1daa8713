import { EVERYTHING, formatParams, parseParams, withParams, type ParamsChange, type SearchParams } from './params';
import { parseRoute, pathOf, type Route } from './router';

interface GoOptions {
  /** In place of the current entry of the browser's history: for what changes while one drags or types. */
  readonly replace?: boolean;
}

/** Where the page is: the one state that the address holds. Reading it in a component follows it. */
class PageLocation {
  #route = $state.raw<Route>({ view: 'search' });
  #beneath = $state.raw<Route>({ view: 'search' });
  #params = $state.raw<SearchParams>(EVERYTHING);
  #archive = $derived(this.#params.archive);
  /** Entries of the history that this page made; with none, "back" would leave the page. */
  #depth = 0;

  get route(): Route {
    return this.#route;
  }

  /** The view that an opened photo covers; the view itself where none is open. */
  get beneath(): Route {
    return this.#beneath;
  }

  get params(): SearchParams {
    return this.#params;
  }

  /** The archive of the search: what follows it alone is not told of each step of a search. */
  get archive(): string | undefined {
    return this.#archive;
  }

  /** The search as a request's query, without `?`. */
  get query(): string {
    return formatParams(this.#params);
  }

  /** Shows a view; the search stays unless another is given. */
  go(route: Route, params: SearchParams = this.#params, options: GoOptions = {}): void {
    const address = this.hrefOf(route, params);
    if (options.replace || address === globalThis.location.pathname + globalThis.location.search) {
      history.replaceState({ depth: this.#depth }, '', address);
    } else {
      this.#depth += 1;
      history.pushState({ depth: this.#depth }, '', address);
    }
    this.#read();
  }

  /** Changes the search; a view that shows no photos gives way to the grid. */
  change(change: ParamsChange, options: GoOptions = {}): void {
    this.show(withParams(this.#params, change), options);
  }

  /** Shows another search, where the view shows photos in that view. */
  show(params: SearchParams, options: GoOptions = {}): void {
    const stays = ['search', 'map', 'events', 'list'].includes(this.#route.view);
    this.go(stays ? this.#route : { view: 'search' }, params, options);
  }

  /** One step back, or to `otherwise` where the page was opened here. */
  back(otherwise: Route = { view: 'search' }): void {
    if (this.#depth > 0) history.back();
    else this.go(otherwise, this.#params, { replace: true });
  }

  hrefOf(route: Route, params: SearchParams = this.#params): string {
    const query = formatParams(params);
    return pathOf(route) + (query ? `?${query}` : '');
  }

  /** Follows the browser's back and forward, and clicks on links of the page. Returns what ends it. */
  follow(): () => void {
    const read = () => this.#read();
    const click = (event: MouseEvent) => this.#click(event);
    this.#read();
    addEventListener('popstate', read);
    document.addEventListener('click', click);
    return () => {
      removeEventListener('popstate', read);
      document.removeEventListener('click', click);
    };
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return;
    if (link.origin !== globalThis.location.origin || link.pathname.startsWith('/api/') || link.hash) return;
    event.preventDefault();
    this.go(parseRoute(link.pathname), parseParams(link.search));
  }

  #read(): void {
    const { pathname, search } = globalThis.location;
    this.#depth = (history.state as { depth?: number } | null)?.depth ?? 0;
    this.#route = parseRoute(pathname);
    // The same view stays the same value: closing a photo asks for nothing again.
    if (this.#route.view !== 'photo' && !isSame(this.#route, this.#beneath)) this.#beneath = this.#route;
    const params = parseParams(search);
    if (formatParams(params) !== formatParams(this.#params)) this.#params = params;
  }
}

function isSame(one: Route, other: Route): boolean {
  return one.view === other.view && pathOf(one) === pathOf(other);
}

export const location = new PageLocation();
