/** Rows as JSON lines: one object a line, each of which stands for itself. */
@NullMarked
package io.lumiere.exchange.internal.jsonl;

import org.jspecify.annotations.NullMarked;
