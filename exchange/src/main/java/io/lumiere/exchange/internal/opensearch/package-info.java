/**
 * Photos as documents of OpenSearch. {@link io.lumiere.exchange.internal.opensearch.IndexMapping}
 * says what the index is to be, {@link io.lumiere.exchange.internal.opensearch.BulkSink} writes
 * what goes into it. Both follow the schema's catalogue of fields: a new field needs nothing here,
 * a new type of fields a line in {@link io.lumiere.exchange.internal.opensearch.FieldMappings}.
 */
@NullMarked
package io.lumiere.exchange.internal.opensearch;

import org.jspecify.annotations.NullMarked;
