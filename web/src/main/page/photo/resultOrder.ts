import { ApiError } from '../api/client';
import * as api from '../api/endpoints';
import type { Rows } from '../api/types';
import { result } from '../search/result.svelte';
import { Order } from './order';

/** The order of the photos that a search finds, as the server has it. */
export function resultOrder(query: string): Order {
  let generation: Promise<string | number> | null = null;

  async function load(start: number, count: number): Promise<Rows> {
    generation ??= currentGeneration(query);
    try {
      return await api.gridRows(query, { start, count, generation: await generation });
    } catch (error) {
      // The index was written to meanwhile: the photos are asked for in their new order.
      generation = null;
      if (!(error instanceof ApiError) || error.status !== 410) throw error;
      generation = api.grid(query, 1).then((grid) => grid.generation);
      return api.gridRows(query, { start, count, generation: await generation });
    }
  }
  return new Order(load);
}

/** That of the grid beneath, so that both show the same order. */
async function currentGeneration(query: string): Promise<string | number> {
  const known = result.query === query ? result.answer : null;
  return known ? known.generation : (await api.grid(query, 1)).generation;
}
