import { collections } from './collections';
import { files } from './files';
import { gallery } from './gallery';
import { setup } from './setup';

/** Sentences that few visits meet, loaded after the page is shown. */
export const rare = { ...gallery, ...collections, ...files, ...setup };
