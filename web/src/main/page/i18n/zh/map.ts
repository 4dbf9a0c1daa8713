import type { Texts } from '../i18n.svelte';
import { wording } from '../wording';

const { number } = wording('zh');
const photos = (count: number) => `${number(count)} 张照片`;

export const map: Texts['map'] = {
  title: '地图',
  world: '照片地图。方向键移动，加减键缩放。',
  zoomIn: '放大',
  zoomOut: '缩小',
  all: '显示所有地点',
  photos,
  here: (count) => `此处有 ${photos(count)}`,
  noneHere: '这里没有照片',
  none: '找到的照片都没有拍摄地点',
  show: '显示这些照片',
  within: '在此地图范围内搜索',
  withinHint: '移动地图时，搜索随之变化。',
  cluster: (count) => `${photos(count)}。放大或显示它们`,
  single: '一张照片。打开它',
  failed: '无法加载地图',
  credit: '边界数据：Natural Earth',
};
