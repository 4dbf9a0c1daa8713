package io.lumiere.cluster.push;

import java.time.Duration;

/**
 * What a copy did. Immutable.
 *
 * @param sent photos that the collection did not have, or not like this
 * @param unchanged photos that it had like this
 * @param files that could not be read, of which no collection holds records
 * @param withFewerCopies photos that are in fewer copies than the collection is to have, since not
 *     all took part; those take them when they are back
 * @param repeated requests that were made again
 * @param elapsed how long it took
 * @param stopped whether it was told to end early
 */
public record PushReport(
    long sent,
    long unchanged,
    long files,
    long withFewerCopies,
    long repeated,
    Duration elapsed,
    boolean stopped) {}
