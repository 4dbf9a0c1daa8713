package io.lumiere.exchange;

import java.time.Duration;

/**
 * What an export did. Immutable.
 *
 * @param photos how many photos were written
 * @param failures how many files that could not be read were written
 * @param elapsed how long it took
 * @param stopped whether it was stopped early; then there is no file
 */
public record ExportReport(long photos, long failures, Duration elapsed, boolean stopped) {}
