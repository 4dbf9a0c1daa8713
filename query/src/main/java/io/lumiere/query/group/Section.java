package io.lumiere.query.group;

/**
 * Hits that stand together in an order and have something in common. Immutable.
 *
 * @param key what they have in common: {@code 2021-07-04}, {@code 2021-07}, {@code 2021}, a place's
 *     names from the country down, a burst; {@link Group#NONE} for photos that lack it; empty where
 *     nothing is grouped. Later sections may have the same key
 * @param label what to call it before people
 * @param start the place of the first hit, from 0
 * @param count how many hits it has
 */
public record Section(String key, String label, int start, int count) {}
