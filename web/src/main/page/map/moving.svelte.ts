import type { Camera } from './mercator';
import { fly } from './motion';

/** A camera that is still or flies to where it was sent. */
export class MovingCamera {
  #now = $state.raw<Camera>({ x: 0.5, y: 0.42, scale: 1 });
  #aim = this.#now;
  #stop = (): void => {};

  get now(): Camera {
    return this.#now;
  }

  /** Where it is going: a step from there is a whole step, however far it has come. */
  get aim(): Camera {
    return this.#aim;
  }

  /** Is there at once. */
  move(to: Camera): void {
    this.stop();
    this.#now = to;
    this.#aim = to;
  }

  /**
   * Flies there.
   *
   * @param hold keeps what is seen on the way within the world
   */
  glide(to: Camera, milliseconds: number, hold: (camera: Camera) => Camera): void {
    this.#stop();
    this.#aim = hold(to);
    this.#stop = fly(this.#now, to, milliseconds, (camera) => (this.#now = hold(camera)));
  }

  /** Stays where it is. */
  stop(): void {
    this.#stop();
    this.#aim = this.#now;
  }
}
