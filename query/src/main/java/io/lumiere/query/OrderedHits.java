package io.lumiere.query;

import io.lumiere.query.alike.HitSorter;

/** The hits of one query in one directory in their order. Not thread-safe. */
interface OrderedHits extends HitPages, HitSorter {}
