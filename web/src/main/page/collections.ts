import type { ExportChoice } from './actions/exportFormats';
import type { Session } from './api/types';

/** Whether an archive is a collection of a SolrCloud; `undefined` is the one that was opened at the start. */
export function isCollection(session: Session | null, archive: string | undefined): boolean {
  return session?.collections.includes(archive ?? session.archive ?? '') ?? false;
}

/** What photos of a collection cannot be shown as, grouped by or exported as; docs/cluster.md says why. */
const VIEWS: readonly string[] = ['events'];
const GROUPS: readonly string[] = ['event'];
const EXPORTS: readonly ExportChoice[] = ['jsonl', 'parquet'];

export const hasView = (ofCollection: boolean, view: string): boolean => !ofCollection || !VIEWS.includes(view);
export const hasGroup = (ofCollection: boolean, group: string): boolean => !ofCollection || !GROUPS.includes(group);
export const hasExport = (ofCollection: boolean, choice: ExportChoice): boolean => !ofCollection || !EXPORTS.includes(choice);
