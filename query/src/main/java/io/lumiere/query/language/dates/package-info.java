/**
 * Dates as people say them: {@code summer 2021}, {@code last june}, {@code 3 days ago}, {@code
 * weekend}. All are read against a stated day, and none throws on any text.
 */
@NullMarked
package io.lumiere.query.language.dates;

import org.jspecify.annotations.NullMarked;
