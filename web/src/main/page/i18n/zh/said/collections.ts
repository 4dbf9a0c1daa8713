import type { Sentences } from '../../sentences';

/** What is said where the photos are in a collection of a SolrCloud. */
export const collections: Record<Sentences['collections'], string> = {
  'collection {address} cannot be searched: {reason}': '无法搜索集合 {address}：{*reason}',
  'collection {address} cannot be searched: {reason}; {trouble}': '无法搜索集合 {address}：{*reason}；{*trouble}',
  'collection {address} was not made by Lumiere': '集合 {address} 不是由 Lumiere 创建的',
  'interrupted while Solr was asked': '向 Solr 提问时被中断',
  'not all shards answered, so photos are missing': '不是所有分片都有应答，因此缺少照片',
  'the nodes of collection {collection} have a plugin of another version than this program: put the lumiere-solr of this version into each of them, see docs/cluster.md':
    '集合 {collection} 的节点上的插件与本程序版本不同：请在每个节点上装入本版本的 lumiere-solr，见 docs/cluster.md',
  'there is no collection {address}': '没有集合 {address}',
  '{METADATA} of {address} is damaged': '{address} 的 {METADATA} 已损坏',
  '{join} of {count} shard did not answer, so photos are missing': '{count} 个分片中的 {join} 没有应答，因此缺少照片',
  '{join} of {count} shards did not answer, so photos are missing': '{count} 个分片中的 {join} 没有应答，因此缺少照片',
};
