/** A function that runs once its calls have paused for some time. */
export interface Debounced {
  (): void;
  /** Runs it at once if it waits. */
  flush(): void;
  cancel(): void;
}

export function debounce(run: () => unknown, milliseconds: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const fire = () => {
    cancel();
    run();
  };
  return Object.assign(
    () => {
      cancel();
      timer = setTimeout(fire, milliseconds);
    },
    { cancel, flush: () => (timer === undefined ? undefined : fire()) },
  );
}
