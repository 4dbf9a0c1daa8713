import { beforeAll, describe, expect, test } from 'vitest';
import { translator } from '../../../main/page/i18n/translator';
import { files } from '../../../main/page/i18n/zh/said/files';
import { gallery } from '../../../main/page/i18n/zh/said/gallery';
import { query } from '../../../main/page/i18n/zh/said/query';
import { setup } from '../../../main/page/i18n/zh/said/setup';
import { loadRare, said as usual } from '../../../main/page/i18n/zh/said';

describe('a translator', () => {
  const translate = translator({
    sentences: {
      'there is no list "{id}"': '没有列表“{id}”',
      'there is no list "{id}" any more': '列表“{id}”已不存在',
      '{file} cannot be read: {reason}': '无法读取 {file}：{*reason}',
      '{name} has {text}': '{!name}含有 {text}',
      'from {from} to {to}': '从 {from} 到 {to}',
      'permission denied': '没有权限',
      camera: '相机',
    },
    words: { July: '7 月' },
    between: { ' or ': '或', '; ': '；' },
  });

  test('keeps values as they are, whatever is in them', () => {
    expect(translate('there is no list "a.b (c) $1 {id} \\ permission denied"')).toBe('没有列表“a.b (c) $1 {id} \\ permission denied”');
    expect(translate('there is no list "two\nlines"')).toBe('没有列表“two\nlines”');
  });

  test('takes the pattern that says most', () => {
    expect(translate('there is no list "x" any more')).toBe('列表“x”已不存在');
  });

  test('translates a value where the translation says so', () => {
    expect(translate('a.jpg cannot be read: permission denied')).toBe('无法读取 a.jpg：没有权限');
    expect(translate('a.jpg cannot be read: disk on fire')).toBe('无法读取 a.jpg：disk on fire');
  });

  test('passes a pattern over whose value must be known and is not', () => {
    expect(translate('camera has canon')).toBe('相机含有 canon');
    expect(translate('nobody has canon')).toBeNull();
  });

  test('translates what is said together only where all of it is known', () => {
    expect(translate('camera has canon or camera has nikon')).toBe('相机含有 canon 或相机含有 nikon');
    expect(translate('camera has this or that')).toBe('相机含有 this or that');
    expect(translate('(camera has canon or July)')).toBe('（相机含有 canon 或 7 月）');
  });

  test('knows a word with a value behind it', () => {
    expect(translate('camera 4')).toBe('相机 4');
  });

  test('gives up a sentence that could be divided in too many ways', () => {
    const listed = translator({ sentences: { '{a}, {b}, {c}, {d}, {e}, {f}, {g}, {h} and {i}': '{i}' }, words: {}, between: {} });
    expect(listed(`a and ${'x, '.repeat(50)}`)).toBeNull();
    const nested = translator({ sentences: { 'photos with {what}': '有{*what}的照片' }, words: {}, between: { ' or ': '或', ' and ': '且', '; ': '；' } });
    const many = 'photos with '.repeat(60);
    expect(nested(`${many}x or ${many}y and ${many}z; w`)).toMatch(/^有/);
  });

  test('divides a sentence as a regular expression does', () => {
    const pairs = translator({ sentences: { 'of {a} and {b}.': '{a}|{b}', '{c}{d}!': '{c}|{d}' }, words: {}, between: {} });
    expect(pairs('of a and b and c.')).toBe('a|b and c');
    expect(pairs('of  and  and c.')).toBe(' and |c');
    expect(pairs('abc!')).toBe('a|bc');
    for (const other of ['of and b.', 'of a and .', 'a!', '!']) expect(pairs(other), other).toBeNull();
  });

  test('leaves what it does not know', () => {
    for (const unknown of ['', ' ', 'something else', '()', ' or ', '{id}']) expect(translate(unknown), unknown).toBeNull();
  });
});

describe('the Chinese of what the program says', () => {
  let said = usual;
  beforeAll(async () => {
    said = await loadRare();
  });
  const all = Object.entries({ ...query, ...gallery, ...files, ...setup });

  test('names every value of its sentence, and no other', () => {
    const valuesOf = (text: string) => [...new Set([...text.matchAll(/\{[*!]?(\w+)\}/g)].map(([, name]) => name))].sort();
    for (const [sentence, chinese] of all) expect(valuesOf(chinese), sentence).toEqual(valuesOf(sentence));
  });

  test('is Chinese', () => {
    for (const [sentence, chinese] of all) {
      // A name, such as that of a licence, is the same in all languages.
      if (sentence === chinese.replaceAll('，', ', ') || !/[a-z]{3}/.test(sentence.replace(/\{\w+\}/g, ''))) continue;
      expect(chinese, sentence).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('is found for each of the sentences', () => {
    for (const [sentence, chinese] of all) {
      if (sentence === chinese) continue;
      const told = sentence.replace(/\{(\w+)\}/g, (_, name: string) => (chinese.includes(`{!${name}}`) ? 'camera' : '17'));
      expect(said(told), sentence).not.toBeNull();
    }
  });

  test('is right where one sentence is in another', () => {
    expect(said('the search keeps only photos with taken from 2021-01-01 to 2021-12-31: it was taken on 2020-05-04 10:00:00')).toBe(
      '搜索只保留拍摄于 2021-01-01 到 2021-12-31 之间的照片：它拍摄于 2020-05-04 10:00:00',
    );
    expect(said('taken in July of any year or (camera has canon and rating 4)')).toBe('拍摄于任何一年的 7 月或（相机含有 canon 且评分 4）');
    expect(said('taken from 2021-01-01 on')).toBe('拍摄于 2021-01-01 或之后');
    expect(said('the file cannot be read: permission denied')).toBe('无法读取文件：没有权限');
    expect(said('Stopped with 12 photos in the index; indexing again goes on from there')).toBe('已停止，索引中有 12 张照片；再次建立索引时从这里继续');
  });
});
