import { expect, test } from 'vitest';
import { CHOICES } from '../../main/page/actions/exportFormats';
import type { Session } from '../../main/page/api/types';
import { hasExport, hasGroup, hasView, isCollection } from '../../main/page/collections';

const session: Session = {
  version: '1',
  archive: 'cloud',
  collections: ['cloud'],
  capabilities: { reveal: false, write: true },
  first_start: false,
  facets: [],
  sorts: [],
  groups: ['none', 'month', 'event'],
  fields: [],
};

test('the archive of the start is meant where none is named', () => {
  expect(isCollection(session, undefined)).toBe(true);
  expect(isCollection(session, 'cloud')).toBe(true);
  expect(isCollection(session, 'folder')).toBe(false);
  expect(isCollection(null, 'cloud')).toBe(false);
});

test('what a collection refuses is not offered there', () => {
  expect(['search', 'events', 'map'].filter((view) => hasView(true, view))).toEqual(['search', 'map']);
  expect(session.groups.filter((group) => hasGroup(true, group))).toEqual(['none', 'month']);
  expect(CHOICES.map((each) => each.choice).filter((choice) => !hasExport(true, choice))).toEqual(['jsonl', 'parquet']);
});

test('a folder has all', () => {
  expect(hasView(false, 'events') && hasGroup(false, 'event') && CHOICES.every((each) => hasExport(false, each.choice))).toBe(true);
});
