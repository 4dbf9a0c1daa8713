import { describe, expect, it } from 'vitest';
import { helpLines } from '../../../main/page/search/help';

describe('the help', () => {
  it('has examples apart from what they do, and lines that go on', () => {
    const lines = ['IMG_1234.JPG            a file\'s name, with folders before it', '                        keeps that name alone', 'photo*  lissabon~       words that begin so'];
    expect(helpLines(lines)).toEqual([
      { examples: ['IMG_1234.JPG'], text: "a file's name, with folders before it keeps that name alone" },
      { examples: ['photo*', 'lissabon~'], text: 'words that begin so' },
    ]);
  });

  it('has lines without an example, and examples that the server names', () => {
    expect(helpLines(['Weeks begin on Monday.', { example: 'iso:>800', help: 'sensitivity' }])).toEqual([
      { examples: [], text: 'Weeks begin on Monday.' },
      { examples: ['iso:>800'], text: 'sensitivity' },
    ]);
  });
});
