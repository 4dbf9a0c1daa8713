import { expect, it } from 'vitest';
import { photoCommands, type PhotoKeys } from '../../../main/page/photo/photoCommands';

it.each([true, false])('a photo is put on a list where lists may be written: %s', (canWrite) => {
  const keys = { canWrite: () => canWrite } as PhotoKeys;
  expect(photoCommands(keys).find(({ id }) => id === 'photo.add-to-list')!.when?.()).toBe(canWrite);
});
