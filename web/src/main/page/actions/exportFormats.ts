import * as api from '../api/endpoints';
import type { IconName } from '../ui/icons';

/** What photos can be exported as. */
export type ExportChoice = 'zip' | 'zip-2048' | 'zip-1024' | 'sheet' | 'paths' | 'jsonl' | 'parquet';

/** A contact sheet with more would be no sheet. */
export const MOST_ON_SHEET = 500;

export const CHOICES: readonly { readonly choice: ExportChoice; readonly icon: IconName }[] = [
  { choice: 'zip', icon: 'archive' },
  { choice: 'zip-2048', icon: 'archive' },
  { choice: 'zip-1024', icon: 'archive' },
  { choice: 'sheet', icon: 'photos' },
  { choice: 'paths', icon: 'folder' },
  { choice: 'jsonl', icon: 'info' },
  { choice: 'parquet', icon: 'model' },
];

/** Where a search's photos can be downloaded in a form. */
export function exportAddress(search: string, choice: ExportChoice): string {
  switch (choice) {
    case 'zip':
      return api.exportUrl(search, 'zip', 'original');
    case 'zip-2048':
      return api.exportUrl(search, 'zip', '2048');
    case 'zip-1024':
      return api.exportUrl(search, 'zip', '1024');
    default:
      return api.exportUrl(search, choice);
  }
}
