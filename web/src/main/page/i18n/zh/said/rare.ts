import { files } from './files';
import { gallery } from './gallery';
import { setup } from './setup';

/** Sentences that few visits meet, loaded where one is met that is not among the others. */
export const rare = { ...gallery, ...files, ...setup };
