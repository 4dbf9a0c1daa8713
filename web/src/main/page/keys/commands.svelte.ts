/**
 * All that a person can do by key or by name. Parts of the page register their commands while they are
 * shown; the palette and the list of shortcuts read the same table.
 */
export interface Command {
  /** Unique: `grid.select-all`. */
  readonly id: string;
  /** A function, because the language may change. */
  readonly title: () => string;
  /**
   * Keys as `KeyboardEvent.key` has them, lower case, with modifiers in this order:
   * `ctrl+shift+a`, `shift+arrowright`, `/`, `?`. `ctrl` is Command on a Mac.
   */
  readonly keys?: readonly string[];
  readonly run: () => void;
  /** Where the keys work; `everywhere` where nothing is said. */
  readonly scope?: Scope;
  /** Whether it makes sense now; a command that does not is not shown. */
  readonly when?: () => boolean;
  /** Not in the palette: moving about by arrows, for example. */
  readonly keysOnly?: boolean;
  /** Also while one types in a field. */
  readonly whileTyping?: boolean;
}

export type Scope = 'everywhere' | 'grid' | 'photo';

class Commands {
  #table = $state.raw<readonly Command[]>([]);
  #scopes = $state.raw<readonly Scope[]>([]);

  /** In the order in which they were registered. */
  get all(): readonly Command[] {
    return this.#table;
  }

  /** The scope on top: an opened photo covers the grid, whichever of them was there first. */
  get scope(): Scope {
    return this.#scopes.includes('photo') ? 'photo' : (this.#scopes.at(-1) ?? 'everywhere');
  }

  /** Registers commands until the returned function is called: `onMount(() => commands.add(...))`. */
  add(...added: readonly Command[]): () => void {
    const ids = new Set(added.map((command) => command.id));
    this.#table = [...this.#table.filter((command) => !ids.has(command.id)), ...added];
    return () => {
      this.#table = this.#table.filter((command) => !added.includes(command));
    };
  }

  /** Makes a scope the one on top until the returned function is called. */
  enter(scope: Scope): () => void {
    this.#scopes = [...this.#scopes, scope];
    return () => {
      const last = this.#scopes.lastIndexOf(scope);
      this.#scopes = this.#scopes.filter((_, i) => i !== last);
    };
  }

  /** The command that a key means now. The newest wins, and one of the scope before one of everywhere. */
  find(key: string, typing: boolean): Command | undefined {
    const fits = this.#table.filter((command) => command.keys?.includes(key) && this.isUsable(command) && (!typing || command.whileTyping));
    return fits.findLast((command) => command.scope === this.scope) ?? fits.findLast((command) => (command.scope ?? 'everywhere') === 'everywhere');
  }

  isUsable(command: Command): boolean {
    const scope = command.scope ?? 'everywhere';
    return (scope === 'everywhere' || scope === this.scope) && (command.when?.() ?? true);
  }
}

export const commands = new Commands();
