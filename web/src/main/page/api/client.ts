import { t } from '../i18n/i18n.svelte';
import { connection } from './connection.svelte';
import type { ProblemDetail, QueryProblem } from './types';

export const BASE = '/api/v1';

/** The server refused a request; `message` is its sentence for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly problems: readonly QueryProblem[];

  constructor(status: number, problem: ProblemDetail) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.status = status;
    this.problems = problem.problems ?? [];
  }
}

/** No answer came: the server is stopped or cannot be reached. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super(t.frame.lostTitle, { cause });
    this.name = 'UnreachableError';
  }
}

/** Values of one name repeat it; undefined ones are left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface Call {
  readonly query?: string | QueryValues;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** `path` below the API's base, with a query: for links, images and `EventSource`. */
export function apiUrl(path: string, query?: string | QueryValues): string {
  const text = typeof query === 'string' ? query : formatQuery(query ?? {});
  return BASE + path + (text ? `?${text}` : '');
}

/** Several queries in one: `join(location.query, { rows: 500 })`. */
export function joinQueries(...queries: readonly (string | QueryValues)[]): string {
  return queries
    .map((query) => (typeof query === 'string' ? query : formatQuery(query)))
    .filter((query) => query !== '')
    .join('&');
}

/** Throws `ApiError`, `UnreachableError`, or the signal's `AbortError`. */
export function get<T>(path: string, query?: string | QueryValues, signal?: AbortSignal): Promise<T> {
  return call<T>('GET', path, { ...(query === undefined ? {} : { query }), signal });
}

/** A request that changes something, with a JSON body. */
export function send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return call<T>(method, path, { body, signal });
}

/** Sends a file's bytes as they are. */
export async function upload<T>(path: string, file: Blob, signal?: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': file.type || 'application/octet-stream' };
  return readAnswer<T>(await reach(apiUrl(path), { method: 'POST', headers, body: file, signal: signal ?? null }));
}

/** Ends the session of this browser. */
export async function logOut(): Promise<void> {
  await reach('/logout', { method: 'POST' });
  globalThis.location.assign('/');
}

async function call<T>(method: string, path: string, { query, body, signal }: Call): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const init: RequestInit = { method, headers, signal: signal ?? null };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  return readAnswer<T>(await reach(apiUrl(path, query), init));
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(url, { ...init, credentials: 'same-origin' });
    if (answer.status !== 401) connection.reached();
    return answer;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    connection.lost();
    throw new UnreachableError(cause);
  }
}

async function readAnswer<T>(answer: Response): Promise<T> {
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
  const problem = await readProblem(answer);
  if (answer.status === 401) connection.signedOut(problem.login);
  throw new ApiError(answer.status, problem);
}

async function readProblem(answer: Response): Promise<ProblemDetail> {
  try {
    if (/json/.test(answer.headers.get('content-type') ?? '')) return (await answer.json()) as ProblemDetail;
  } catch {
    // Not what it says it is: the status has to do.
  }
  return { title: answer.statusText || `HTTP ${answer.status}`, status: answer.status };
}

function formatQuery(values: QueryValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.toString();
}

/** Whether an error only says that a newer request took its place. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
